import type { ViewMessages } from '../../locales/en.js';
import type { Case, CaseComment } from '../../schema/case.js';
import { paragraphs } from '../receipt-text.js';
import { visibleName } from '../visible-name.js';

/**
 * A case as a plain text, for somebody to keep: what was asked, how it stands, and what was written since,
 * oldest first.
 *
 * @param url - The whole address of the case, where it has one.
 */
export function caseText(shown: Case, texts: ViewMessages, url?: string): string {
  const { number, subject, status, label, severity, owner, contact, details } = shown;
  const when = (iso: string) => texts.moment(new Date(iso));
  const line = (name: string, said: string | undefined) => (said ? `${name}: ${said}` : '');
  const said = texts.status[status];
  const facts = [
    `${texts.number} ${number}`,
    url,
    line(texts.created, when(shown.created)),
    line(texts.updated, when(shown.updated)),
    line(texts.statusLabel, label && label !== said ? `${said} (${label})` : said),
    line(texts.severity, severity),
    line(texts.owner, owner ?? texts.nobody),
    line(texts.requester, shown.requester),
    line(texts.organisation, shown.organisation),
    line(
      texts.contact,
      Object.values(contact ?? {})
        .filter(Boolean)
        .join(' · '),
    ),
    ...details.map(({ label: name, value }) => line(name, value)),
  ];
  const comment = ({ author, created, text, attachments = [] }: CaseComment) =>
    [`${author.name} · ${when(created)}`, text, ...names(attachments)].join('\n');
  return paragraphs([
    facts.filter(Boolean).join('\n'),
    subject,
    shown.description,
    names(shown.attachments).join('\n'),
    ...shown.comments.map(comment),
  ]);
}

const names = (files: Case['attachments']) => files.map(({ name }) => `- ${visibleName(name)}`);
