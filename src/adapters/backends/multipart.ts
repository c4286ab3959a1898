import type { CaseBackend } from '../../ports/case-backend.js';
import type { Draft } from '../../schema/draft.js';
import type { Outcome } from '../../schema/outcome.js';
import type { HeldFiles } from '../uploads/with-case.js';
import { BackendError } from './backend-error.js';
import { decodeOutcome } from './decode-outcome.js';

export { decodeOutcome };

export interface MultipartBackendOptions {
  /** Drafts are posted here, each with its files. */
  url: string;
  /** Who holds the files: `withCase()`. */
  files: Pick<HeldFiles, 'fileOf'>;
  /**
   * Makes the body: by default a form with the draft as JSON in `draft` and each file in `files`, in the
   * order of `draft.attachments`.
   */
  encode?: (draft: Draft, files: readonly File[]) => BodyInit | Promise<BodyInit>;
  /** What an answer means; by default JSON with a receipt or a refusal. Nothing when it tells neither. */
  decode?: (answer: unknown, status: number) => Outcome | undefined;
  /** Gives headers such as a token. Asked for each attempt. */
  headers?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** What to tell a person of a file that the page no longer has. */
  missing?: (name: string) => string;
  fetch?: typeof globalThis.fetch;
}

/** Opens cases together with their files, in one request. */
export function multipartBackend({
  url,
  files,
  encode = encodeDraft,
  decode = decodeOutcome,
  headers = () => ({}),
  missing = (name) => `“${name}” is no longer there. Remove it, or add it again.`,
  fetch = (...request) => globalThis.fetch(...request),
}: MultipartBackendOptions): CaseBackend & { capabilities: { attachments: 'with' } } {
  return {
    capabilities: { attachments: 'with' },

    async submit(draft, { signal }) {
      const held = draft.attachments.map((attachment) => files.fileOf(attachment));
      const lost = draft.attachments.filter((_, index) => !held[index]);
      if (lost.length) {
        const issues = lost.map(({ name }) => ({ path: ['attachments'], message: missing(name) }));
        return { issues };
      }
      const body = await encode(
        draft,
        held.filter((file) => file !== undefined),
      );
      const asking = { accept: 'application/json', 'idempotency-key': draft.key };
      // Whoever is redirected has not been heard: a login answers like that.
      const how = { method: 'POST', redirect: 'manual', signal } as const;
      const response = await fetch(url, {
        ...how,
        headers: { ...asking, ...(await headers()) },
        body,
      });
      const answer: unknown = await response.json().catch(() => signal.throwIfAborted());
      const outcome = decode(answer, response.status);
      if (outcome) return outcome;
      throw new BackendError(response.status, response.headers.get('retry-after'));
    },
  };
}

/** The form that stands for a draft and its files. */
export function encodeDraft(draft: Draft, files: readonly File[]): FormData {
  const form = new FormData();
  form.append('draft', JSON.stringify(draft));
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** The bytes of a file in base64, for an API that takes files in JSON. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // As many letters at a time as a call may have arguments, a multiple of three.
  for (let at = 0; at < bytes.length; at += 24_576) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576)));
  }
  return text;
}
