import type { DescribedCase } from './describe-case.js';
import type { Desk } from './desk.js';
import { attachmentDisposition } from './http/file-name.js';
import { text } from './http/answers.js';

/** What a person keeps of a case: a plain text that needs nothing to be read. */
export function receiptText(
  told: DescribedCase,
  origin: string,
  { messages, texts }: Desk,
): Response {
  const { contact, description, details, attachments } = told;
  const opened = `${texts.opened}: ${texts.time(new Date(told.created))}`;
  const lines = [
    texts.caseTitle(told.number),
    opened,
    `${texts.status}: ${texts.statuses[told.status]} (${told.label ?? ''})`,
    ...(told.expectation === undefined ? [] : [told.expectation]),
    ...(told.url === undefined ? [] : [`${texts.link}: ${new URL(told.url, origin).href}`]),
    '',
    told.subject,
    ...Object.values(contact ?? {}),
    ...details.map(({ label, value }) => `${label}: ${value}`),
    '',
    description,
    ...attachments.map(({ name, size }) => `- ${name} (${messages.upload.size(size)})`),
    '',
  ];
  return text(lines.join('\n'), attachmentDisposition(`${told.number}.txt`));
}
