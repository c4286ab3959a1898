import { newKey } from '../core/key.js';
import { CaseChangedEvent } from '../events/case-events.js';
import type { Draft } from '../schema/draft.js';
import { attachmentSources } from './attachment-sources.js';
import type { WrittenForm } from './form-beside.js';

/**
 * Gives a form a blank draft, with a key of its own, in the place of the one that has come to its end.
 *
 * @returns What brings the old one back, with its files.
 */
export function beginAnew(form: WrittenForm): () => Promise<void> {
  const { draft } = form;
  const files = attachmentSources(form).map((source) => ({ source, kept: source.kept ?? [] }));
  const give = (next: Draft) => {
    for (const { source } of files) source.clear();
    form.draft = next;
    form.dispatchEvent(new CaseChangedEvent(form.draft, Object.keys(draft.values)));
  };
  give({ key: newKey(), form: draft.form, values: {}, attachments: [] });
  return async () => {
    give(draft);
    // Only then do its files know their key again.
    await form.updateComplete;
    for (const { source, kept } of files) source.restore?.(kept);
  };
}
