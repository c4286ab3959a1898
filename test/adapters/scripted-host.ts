import type { Attachment } from '../../src/schema/attachment.js';
import type { Case, CaseComment } from '../../src/schema/case.js';
import type { Draft } from '../../src/schema/draft.js';

/** A case as this host keeps it. */
interface Kept {
  readonly told: Omit<Case, 'isFollowed' | 'isUnread' | 'can'>;
  readonly owner: string;
  readonly key: string;
  readonly copied: readonly string[];
  readonly keys: Set<string>;
  readonly followers: Set<string>;
  readonly seen: Map<string, string>;
}

const organisations: Readonly<Record<string, string>> = { ada: 'N', colleague: 'N', stranger: 'O' };

/**
 * A host that speaks the JSON protocol as its guide says, written without the desk and without the package:
 * what the adapter asks for must be what the guide promises. Everything lies in memory.
 */
export class ScriptedHost {
  readonly #cases: Kept[] = [];
  #ticks = 0;

  /** Answers one of its people; `invalid` is an account that is none. */
  readonly fetchAs =
    (user: string): typeof globalThis.fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      if (user === 'invalid') return refused(401, 'identity');
      const { pathname, searchParams } = new URL(request.url);
      const [number, what] = pathname.split('/').slice(3).map(decodeURIComponent);
      const body: unknown = request.method === 'POST' ? await request.json() : undefined;
      if (number === undefined) {
        return request.method === 'POST'
          ? this.#open(body as Draft, user)
          : this.#list(searchParams, user);
      }
      const kept = this.#cases.find((one) => one.told.number === number && maySee(one, user));
      if (!kept) return refused(404, 'notFound');
      if (what === undefined) return this.#tell(kept, user, request);
      return this.#change(kept, user, what, body as Record<string, unknown>);
    };

  /** A helper answers. */
  reply(number: string, text: string): void {
    const kept = this.#cases.find(({ told }) => told.number === number);
    if (!kept) throw new Error(`There is no case ${number}.`);
    this.#say(kept, { name: 'Sam', isStaff: true }, text, []);
    kept.told.status = 'awaiting-you';
  }

  #open({ key, values, attachments }: Draft, owner: string): Response {
    let kept = this.#cases.find((one) => one.key === key);
    if (!kept) {
      const now = this.#tick();
      const number = `C-${this.#cases.length + 1}/x`;
      const told = {
        ...{ number, status: 'open' as const, label: 'New', created: now, updated: now },
        subject: String(values['subject']),
        description: String(values['description']),
        ...{ details: [], comments: [], version: '1' },
        attachments: attachments.map(stored),
      };
      const copied = JSON.stringify(values['cc'] ?? '').includes('eve') ? ['stranger'] : [];
      const seen = new Map([[owner, '1']]);
      kept = { told, owner, key, copied, keys: new Set(), followers: new Set(), seen };
      this.#cases.push(kept);
    }
    return Response.json({ number: kept.told.number }, { status: 201 });
  }

  #list(asked: URLSearchParams, user: string): Response {
    const scope = asked.get('scope');
    const status = asked.get('status');
    const words = (asked.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const sort = asked.get('sort') ?? '-updated';
    const by = sort.replace('-', '') as 'updated' | 'subject';
    const found = this.#cases
      .filter((one) => inScope(one, user, scope))
      .filter(({ told }) => !status || told.status === status)
      .filter(({ told }) => words.every((word) => textOf(told).includes(word)))
      .sort((a, b) => (a.told[by].toLowerCase() < b.told[by].toLowerCase() ? -1 : 1));
    if (sort.startsWith('-')) found.reverse();
    const from = Number(asked.get('cursor') ?? 0);
    const end = from + Number(asked.get('limit'));
    const cases = found.slice(from, end).map(({ told, seen }) => ({
      ...told,
      isUnread: seen.has(user) && seen.get(user) !== told.version,
    }));
    const next = end < found.length ? { next: String(end) } : {};
    return Response.json({ cases, total: found.length, ...next });
  }

  #tell(kept: Kept, user: string, request?: Request): Response {
    const { told, owner, copied, followers, seen } = kept;
    seen.set(user, told.version);
    if (request?.headers.get('if-none-match') === `"${told.version}"`)
      return new Response(null, { status: 304 });
    const isTheirs = owner === user || copied.includes(user);
    const isSolved = told.status === 'solved';
    const can = {
      ...{ comment: true, attach: true, follow: true },
      resolve: isTheirs && !isSolved,
      reopen: isTheirs && isSolved,
    };
    return Response.json({ ...told, can, isFollowed: followers.has(user) });
  }

  #change(kept: Kept, user: string, what: string, body: Record<string, unknown>): Response {
    const { told, followers } = kept;
    const { key = '', text = '' } = body as { key?: string; text?: string };
    const files = ((body['attachments'] ?? []) as Attachment[]).map(stored);
    switch (what) {
      case 'comments':
        if (!text.trim() && !files.length) return refused(422, 'required', ['text']);
        if (kept.keys.has(key)) break;
        kept.keys.add(key);
        this.#say(kept, { name: user, isStaff: false }, text, files);
        told.status = 'open';
        break;
      case 'attachments':
        if (kept.keys.has(key)) break;
        kept.keys.add(key);
        told.attachments.push(...files);
        this.#touch(kept);
        break;
      case 'follow':
        followers[body['isFollowed'] ? 'add' : 'delete'](user);
        this.#touch(kept);
        break;
      case 'resolve':
      case 'reopen':
        told.status = what === 'resolve' ? 'solved' : 'open';
        this.#touch(kept);
        break;
      default:
        return refused(404, 'notFound');
    }
    return this.#tell(kept, user);
  }

  #say(kept: Kept, author: CaseComment['author'], text: string, files: Case['attachments']): void {
    const { told } = kept;
    const id = String(told.comments.length);
    told.comments.push({ id, author, text, created: this.#tick(), attachments: files });
    told.attachments.push(...files);
    this.#touch(kept);
  }

  #touch({ told }: Kept): void {
    told.version = String(Number(told.version) + 1);
    told.updated = this.#tick();
  }

  #tick(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.#ticks++).toISOString();
  }
}

function maySee({ owner, copied }: Kept, user: string): boolean {
  return copied.includes(user) || organisations[owner] === organisations[user];
}

function inScope({ owner, copied }: Kept, user: string, scope: string | null): boolean {
  if (scope === 'mine') return owner === user;
  return scope === 'copied' ? copied.includes(user) : organisations[owner] === organisations[user];
}

const textOf = ({ subject, description, comments }: Kept['told']) =>
  [subject, description, ...comments.map(({ text }) => text)].join(' ').toLowerCase();

const stored = ({ id, name, size, type }: Attachment) => ({ id, name, size, type, addedBy: 'x' });

function refused(status: number, code: string, path: string[] = []): Response {
  return Response.json({ issues: [{ path, code, message: 'No.' }] }, { status });
}
