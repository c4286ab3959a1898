import type { BackendCapabilities, CaseBackend } from '../../ports/case-backend.js';
import { jsonCases } from './json-cases.js';
import { jsonBackend as jsonIntake } from './json.js';

/** Every ability of the protocol. A host that lacks some declares those that it has. */
export const everyAbility: BackendCapabilities = {
  idempotent: true,
  attachments: 'before',
  list: true,
  copied: true,
  organisation: true,
  search: true,
  sort: true,
  get: true,
  comment: true,
  attach: true,
  resolve: true,
  reopen: true,
  follow: true,
};

export interface JsonBackendOptions {
  /** Drafts are posted here; each case lies below, by its number. */
  url: string;
  /** What the host can do: `everyAbility`, or some; opening cases alone when not given. */
  capabilities?: BackendCapabilities;
  /** Goes with every request, such as a token of the person; asked for each time. */
  headers?: () => Readonly<Record<string, string>>;
  fetch?: typeof globalThis.fetch;
}

/**
 * Any host that speaks JSON as the guide “The JSON protocol” says: a page's own server, or the embedded
 * desk. Rejects with a `BackendError` for an answer that is none, such as the page of a login or a proxy.
 */
export function jsonBackend(options: JsonBackendOptions): CaseBackend {
  const { url, capabilities, headers = () => ({}) } = options;
  const fetch: typeof globalThis.fetch = (input, init) =>
    (options.fetch ?? globalThis.fetch)(input, {
      ...init,
      headers: { ...(init?.headers as Record<string, string> | undefined), ...headers() },
    });
  const intake = jsonIntake({ url, fetch });
  return { ...intake, ...jsonCases({ url, fetch }), ...(capabilities && { capabilities }) };
}
