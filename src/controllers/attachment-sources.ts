import type { AttachmentSource } from '../ports/attachment-source.js';

/** The elements that hold the files of a form. */
export const attachmentSources = (form: Element): (HTMLElement & AttachmentSource)[] => [
  ...form.querySelectorAll<HTMLElement & AttachmentSource>(':scope > [slot=attachments]'),
];
