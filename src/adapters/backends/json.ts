import type { CaseBackend } from '../../ports/case-backend.js';
import { isReceipt, OutcomeSchema } from '../../schema/outcome.js';
import { parse } from '../../schema/parse.js';
import { BackendError } from './backend-error.js';

export interface JsonBackendOptions {
  /** Drafts are posted here. */
  url: string;
  fetch?: typeof globalThis.fetch;
}

/** Statuses with which a server refuses a draft, when it says why. */
const REFUSED = [400, 401, 409, 413, 422];

/**
 * Posts each draft as JSON and takes a receipt or a refusal as JSON. The backend behind `action`, which
 * opens cases and no more: `json-backend.ts` has the rest of the protocol, which a form need not load.
 *
 * Rejects with a `BackendError` for any other answer, such as the page of a login or of a proxy.
 */
export function jsonBackend({ url, fetch }: JsonBackendOptions): CaseBackend {
  return {
    async submit(draft, { signal }) {
      const response = await (fetch ?? globalThis.fetch)(url, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'idempotency-key': draft.key,
        },
        body: JSON.stringify(draft),
        // Whoever is redirected has not been heard: a login answers like that.
        redirect: 'manual',
        signal,
      });
      const { ok, status, headers } = response;
      const answer: unknown = await response.json().catch(() => signal.throwIfAborted());
      const { value } = parse(OutcomeSchema, answer);
      if (value && (ok || (REFUSED.includes(status) && !isReceipt(value)))) return value;
      throw new BackendError(status, headers.get('retry-after'));
    },
  };
}
