import type { CaseBackend } from '../../ports/case-backend.js';
import type { SignedIn } from '../../schema/requester.js';
import { BackendError } from './backend-error.js';
import { decodeOutcome } from './decode-outcome.js';

export interface JsonBackendOptions {
  /** Drafts are posted here. */
  url: string;
  /** Whose `token` goes along, where they have one. */
  requester?: SignedIn | string | undefined;
  fetch?: typeof globalThis.fetch;
}

/**
 * Posts each draft as JSON and takes a receipt or a refusal as JSON. The backend behind `action`, which
 * opens cases and no more: `json-backend.ts` has the rest of the protocol, which a form need not load.
 *
 * Rejects with a `BackendError` for any other answer, such as the page of a login or of a proxy.
 */
export function jsonBackend({ url, requester, fetch }: JsonBackendOptions): CaseBackend {
  return {
    async submit(draft, { signal }) {
      const { token = '' } = typeof requester === 'object' ? requester : {};
      const response = await (fetch ?? globalThis.fetch)(url, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'idempotency-key': draft.key,
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(draft),
        // Whoever is redirected has not been heard: a login answers like that.
        redirect: 'manual',
        signal,
      });
      const answer: unknown = await response.json().catch(() => signal.throwIfAborted());
      const outcome = decodeOutcome(answer, response.status);
      if (outcome) return outcome;
      throw new BackendError(response.status, response.headers.get('retry-after'));
    },
  };
}
