import { everyAbility } from '../../src/adapters/backends/json-backend.js';
import type { BackendCapabilities, CaseBackend } from '../../src/ports/case-backend.js';
import type { Case, CaseReply, CaseSummary } from '../../src/schema/case.js';
import type { CaseQuery } from '../../src/schema/case-query.js';
import type { Draft } from '../../src/schema/draft.js';
import type { Outcome } from '../../src/schema/outcome.js';

/** A case of which only what a test is about is given. */
export function aCase(given: Partial<Case> = {}): Case {
  return {
    number: '4711',
    subject: 'Access - password reset',
    status: 'open',
    label: 'New',
    severity: 'High',
    owner: 'Ada',
    created: '2026-03-01T10:00:00Z',
    updated: '2026-03-01T10:00:00Z',
    description: 'Cannot sign in.',
    details: [{ label: 'Product', value: 'System Management' }],
    contact: { email: 'maria@example.com' },
    attachments: [],
    comments: [],
    isFollowed: false,
    version: '1',
    can: { comment: true, attach: true, resolve: true, reopen: false, follow: true },
    ...given,
  };
}

const comment = (id: string, text: string, name: string, isStaff: boolean) => ({
  id,
  text,
  author: { name, isStaff },
  created: '2026-03-02T10:00:00Z',
});

/** A backend with one case, whose answers a test can hold back, refuse or lose. */
export class ScriptedBackend implements CaseBackend {
  capabilities: BackendCapabilities = everyAbility;
  case = aCase();
  rows: CaseSummary[] = [];
  readonly asked: string[] = [];
  readonly queries: CaseQuery[] = [];
  readonly replies: CaseReply[] = [];
  /** What the next answers are in place of the usual ones; a function may throw. */
  readonly next: (() => unknown)[] = [];
  readonly #keys = new Set<string>();

  submit(_: Draft): Promise<Outcome> {
    throw new Error('not here');
  }

  /** Somebody on the other side changes the case. */
  change(given: Partial<Case>): void {
    this.case = { ...this.case, ...given, version: String(Number(this.case.version) + 1) };
  }

  says(text: string, isStaff = true): void {
    const { comments } = this.case;
    const id = `c${comments.length}`;
    this.change({
      comments: [...comments, comment(id, text, isStaff ? 'Ada' : 'Maria', isStaff)],
    });
  }

  async get(_: string, { since }: { since?: string }) {
    this.asked.push('get');
    return this.#answer(() => (since === this.case.version ? undefined : this.case));
  }

  async comment(_: string, reply: CaseReply) {
    this.asked.push('comment');
    this.replies.push(reply);
    return this.#answer(() => this.#once(reply.key, () => this.says(reply.text, false)));
  }

  async attach(_: string, { key, attachments }: Omit<CaseReply, 'text'>) {
    this.asked.push('attach');
    const files = attachments.map(({ id, name, size, type }) => ({ id, name, size, type }));
    return this.#answer(() =>
      this.#once(key, () =>
        this.change({ attachments: [...this.case.attachments, ...files] as Case['attachments'] }),
      ),
    );
  }

  async resolve() {
    return this.#act('resolve', {
      status: 'solved',
      can: { ...this.case.can, resolve: false, reopen: true },
    });
  }

  async reopen() {
    return this.#act('reopen', {
      status: 'open',
      can: { ...this.case.can, resolve: true, reopen: false },
    });
  }

  async follow(_: string, isFollowed: boolean) {
    return this.#act('follow', { isFollowed });
  }

  async list(query: CaseQuery) {
    this.queries.push(query);
    return this.#answer(() => {
      const { status, search = '', limit, cursor = '0' } = query;
      const fitting = this.rows.filter(
        (row) => (!status || row.status === status) && row.subject.includes(search),
      );
      const from = Number(cursor);
      const next = from + limit < fitting.length ? { next: String(from + limit) } : {};
      return { cases: fitting.slice(from, from + limit), total: fitting.length, ...next };
    });
  }

  #act(name: string, given: Partial<Case>) {
    this.asked.push(name);
    return this.#answer(() => {
      this.change(given);
      return this.case;
    });
  }

  /** Sent twice with one key, it is there once. */
  #once(key: string, act: () => void): Case {
    if (!this.#keys.has(key)) act();
    this.#keys.add(key);
    return this.case;
  }

  async #answer(usual: () => unknown): Promise<never> {
    return (this.next.shift() ?? usual)() as Promise<never>;
  }
}
