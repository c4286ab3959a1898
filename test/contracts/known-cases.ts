import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { newKey } from '../../src/core/key.js';
import type { BackendCapabilities, CaseBackend } from '../../src/ports/case-backend.js';
import type { Attachment } from '../../src/schema/attachment.js';
import { type Case, CaseSchema } from '../../src/schema/case.js';
import { type CasePage, CasePageSchema, type CaseQuery } from '../../src/schema/case-query.js';
import type { Draft } from '../../src/schema/draft.js';
import { isReceipt, type Refusal } from '../../src/schema/outcome.js';
import { parse } from '../../src/schema/parse.js';

/** One ticketing system with its people before it. */
export interface KnownCases {
  /** Ada, who belongs to an organisation. */
  readonly ada: CaseBackend;
  /** Somebody else of that organisation. */
  readonly colleague: CaseBackend;
  /** Somebody of another one. */
  readonly stranger: CaseBackend;
  /** Whose account is not valid. */
  readonly invalid: CaseBackend;
  /** A draft of Ada's; `copied` is the person who is copied on it, if anybody is. */
  readonly draft: (values?: Values, copied?: 'stranger') => Draft;
  /** A helper answers. */
  readonly reply: (number: string, text: string) => void | Promise<void>;
  /** A file that has been uploaded under a key. */
  readonly upload: (key: string) => Promise<Attachment>;
}

const { signal } = new AbortController();

/** What the port promises, and what the backends of a test must therefore have. */
type Whole = Required<CaseBackend>;
type Values = { subject?: string; description?: string };

/** Holds a backend to what the port `CaseBackend` promises of cases that exist. */
export function describeKnownCases(
  name: string,
  capabilities: BackendCapabilities,
  open: (context: TestContext) => KnownCases | Promise<KnownCases>,
): void {
  const promise = (
    ability: keyof BackendCapabilities,
    words: string,
    check: (known: People) => Promise<void>,
  ) => {
    if (!capabilities[ability]) return;
    test(words, async (context) => check(people(await open(context))));
  };

  describe(name, () => {
    promise('get', 'tells one whole case', async ({ ada, submit }) => {
      const told = caseIn(await ada.get(await submit({ subject: 'White page' }), { signal }));
      assert.equal(told.subject, 'White page');
      assert.equal(told.description, 'The page stays white.');
      assert.equal(told.status, 'open');
      assert.ok(told.label);
      assert.deepEqual(told.comments, []);
    });

    promise('get', 'says only once what has not changed', async ({ ada, submit, reply }) => {
      const number = await submit();
      const { version } = caseIn(await ada.get(number, { signal }));
      assert.equal(await ada.get(number, { signal, since: version }), undefined);
      await reply(number, 'Which browser?');
      const told = caseIn(await ada.get(number, { signal, since: version }));
      assert.notEqual(told.version, version);
      assert.equal(told.status, 'awaiting-you');
      assert.deepEqual(
        told.comments.map(({ text, author }) => [text, author.isStaff]),
        [['Which browser?', true]],
      );
    });

    promise('comment', 'takes a comment once, however often it comes', async (known) => {
      const { ada, submit, reply } = known;
      const number = await submit();
      await reply(number, 'Which browser?');
      const said = { key: newKey(), text: 'The newest <b>one</b>.', attachments: [] };
      const told = caseIn(await ada.comment(number, said, { signal }));
      assert.equal(told.status, 'open');
      const again = caseIn(await ada.comment(number, said, { signal }));
      assert.deepEqual(again.comments, told.comments);
      assert.equal(again.version, told.version);
      const [, last] = again.comments;
      assert.equal(last?.text, 'The newest <b>one</b>.');
      assert.equal(last.author.isStaff, false);
      const all = await Promise.all([1, 2, 3].map(() => ada.comment(number, said, { signal })));
      assert.ok(all.every((one) => caseIn(one).comments.length === 2));
    });

    promise('comment', 'refuses a comment that says nothing', async ({ ada, submit }) => {
      const empty = { key: newKey(), text: ' ', attachments: [] };
      const { issues } = refusalIn(await ada.comment(await submit(), empty, { signal }));
      assert.deepEqual(issues[0]?.path, ['text']);
    });

    promise('comment', 'keeps the files of a comment with it', async ({ ada, submit, upload }) => {
      const key = newKey();
      const attachments = [await upload(key)];
      const number = await submit();
      const told = caseIn(await ada.comment(number, { key, text: 'See', attachments }, { signal }));
      assert.equal(told.comments[0]?.attachments?.[0]?.name, attachments[0]?.name);
      assert.equal(told.attachments[0]?.name, attachments[0]?.name);
    });

    promise('attach', 'takes files without a comment, once', async ({ ada, submit, upload }) => {
      const key = newKey();
      const attachments = [await upload(key)];
      const number = await submit();
      for (let times = 0; times < 2; times++) {
        const told = caseIn(await ada.attach(number, { key, attachments }, { signal }));
        assert.deepEqual(
          told.attachments.map((file) => [file.name, file.size]),
          attachments.map((file) => [file.name, file.size]),
        );
      }
    });

    promise('resolve', 'is solved and opened again, asked once or twice', async (known) => {
      const { ada, submit } = known;
      const number = await submit();
      for (const status of ['solved', 'solved'] as const)
        assert.equal(caseIn(await ada.resolve(number, { signal })).status, status);
      assert.equal(caseIn(await ada.get(number, { signal })).can.reopen, true);
      for (const status of ['open', 'open'] as const)
        assert.equal(caseIn(await ada.reopen(number, { signal })).status, status);
    });

    promise('follow', 'follows and stops following', async ({ colleague, ada, submit }) => {
      const number = await submit();
      for (const isFollowed of [true, true, false]) {
        const told = caseIn(await colleague.follow(number, isFollowed, { signal }));
        assert.equal(told.isFollowed, isFollowed);
        assert.equal(caseIn(await ada.get(number, { signal })).isFollowed, false);
      }
    });

    promise('list', 'lists page by page, each case once, the last change first', async (known) => {
      const numbers = [];
      for (let count = 0; count < 5; count++) numbers.push(await known.submit());
      assert.deepEqual(await known.numbers(known.ada, { limit: 2 }), numbers.reverse());
      await known.reply(numbers[3] ?? '', 'News');
      const [first] = await known.numbers(known.ada, { limit: 2 });
      assert.equal(first, numbers[3]);
    });

    promise('list', 'marks what is new to the person', async ({ ada, submit, reply, list }) => {
      const number = await submit();
      assert.equal((await list(ada)).cases[0]?.isUnread, false);
      await reply(number, 'News');
      assert.equal((await list(ada)).cases[0]?.isUnread, true);
      await ada.get(number, { signal });
      assert.equal((await list(ada)).cases[0]?.isUnread, false);
    });

    promise('list', 'lists by status', async ({ ada, submit, reply, numbers }) => {
      const [open, awaiting, solved] = [await submit(), await submit(), await submit()];
      await reply(awaiting, 'Which browser?');
      await ada.resolve(solved, { signal });
      assert.deepEqual(await numbers(ada, { status: 'open' }), [open]);
      assert.deepEqual(await numbers(ada, { status: 'awaiting-you' }), [awaiting]);
      assert.deepEqual(await numbers(ada, { status: 'solved' }), [solved]);
    });

    promise('organisation', 'lists the cases of the organisation to its people', async (known) => {
      const number = await known.submit();
      const scope = 'organisation' as const;
      assert.deepEqual(await known.numbers(known.colleague, { scope }), [number]);
      assert.deepEqual(await known.numbers(known.colleague, { scope: 'mine' }), []);
      assert.deepEqual(await known.numbers(known.stranger, { scope }), []);
    });

    promise('copied', 'lists a case to those who are copied on it', async (known) => {
      const { stranger, ada, draft, numbers } = known;
      await known.submit();
      const outcome = await ada.submit(draft({}, 'stranger'), { signal });
      assert.ok(isReceipt(outcome));
      assert.deepEqual(await numbers(stranger, { scope: 'copied' }), [outcome.number]);
      assert.deepEqual(await numbers(stranger, { scope: 'mine' }), []);
      assert.equal(caseIn(await stranger.get(outcome.number, { signal })).number, outcome.number);
    });

    promise('search', 'finds by words of the subject, the text and the answers', async (known) => {
      const { ada, submit, reply, numbers } = known;
      const one = await submit({ subject: 'Zebra crossing', description: 'Stripes' });
      const other = await submit({ subject: 'Lions', description: 'Manes' });
      await reply(other, 'Is there a savannah?');
      assert.deepEqual(await numbers(ada, { search: 'zebra' }), [one]);
      assert.deepEqual(await numbers(ada, { search: 'strip' }), [one]);
      assert.deepEqual(await numbers(ada, { search: 'savannah' }), [other]);
      assert.deepEqual(await numbers(ada, { search: 'lions stripes' }), []);
      assert.deepEqual(await numbers(ada, { search: '"% * ( AND' }), []);
    });

    promise('sort', 'sorts both ways, over all pages', async ({ ada, submit, numbers }) => {
      const subjects = ['Cherry', 'apple', 'Banana', 'apple'];
      const made: [string, string][] = [];
      for (const subject of subjects) made.push([subject.toLowerCase(), await submit({ subject })]);
      for (const descending of [false, true]) {
        const sort = { by: 'subject' as const, descending };
        const found = await numbers(ada, { limit: 2, sort });
        const names = found.map((number) => made.find(([, one]) => one === number)?.[0]);
        const expected = ['apple', 'apple', 'banana', 'cherry'];
        assert.deepEqual(names, descending ? expected.reverse() : expected);
        assert.equal(new Set(found).size, 4);
      }
    });

    promise('get', 'tells a stranger the same as of a case that does not exist', async (known) => {
      const { stranger, ada, submit, attempts } = known;
      const number = await submit();
      const before = caseIn(await ada.get(number, { signal }));
      const theirs = await attempts(stranger, number);
      const nobodys = await attempts(stranger, number === '99999999' ? '99999998' : '99999999');
      assert.deepEqual(theirs, nobodys);
      for (const { issues } of theirs) assert.equal(issues[0]?.code, 'notFound');
      assert.equal(caseIn(await ada.get(number, { signal })).version, before.version);
    });

    promise('get', 'refuses who is not valid, and says so', async ({ invalid, submit, draft }) => {
      const number = await submit();
      const answers = [
        await invalid.get(number, { signal }),
        await invalid.list({ scope: 'mine', limit: 5 }, { signal }),
        await invalid.submit(draft(), { signal }),
      ];
      for (const answer of answers) assert.equal(refusalIn(answer).issues[0]?.code, 'identity');
    });

    promise('get', 'stops when it is no longer wanted', async ({ ada, submit }) => {
      const number = await submit();
      const reason = new Error('not wanted');
      const aborted = AbortSignal.abort(reason);
      await assert.rejects(ada.get(number, { signal: aborted }), reason);
      await assert.rejects(ada.list({ scope: 'mine', limit: 5 }, { signal: aborted }), reason);
    });
  });
}

/** The same people with what a test asks of them again and again. */
function people(known: KnownCases) {
  const [ada, colleague, stranger, invalid] = [
    known.ada,
    known.colleague,
    known.stranger,
    known.invalid,
  ].map((backend) => backend as Whole) as [Whole, Whole, Whole, Whole];
  const list = async (backend: Whole, query: Partial<CaseQuery> = {}) =>
    pageIn(await backend.list({ scope: 'mine', limit: 10, ...query }, { signal }));
  return {
    ...known,
    ...{ ada, colleague, stranger, invalid, list },
    reply: async (number: string, text: string) => known.reply(number, text),
    /** Ada opens a case; its number. */
    submit: async (values: Values = {}) => {
      const outcome = await ada.submit(known.draft(values), { signal });
      assert.ok(isReceipt(outcome), JSON.stringify(outcome));
      return outcome.number;
    },
    /** The numbers of all pages. */
    numbers: async (backend: Whole, query: Partial<CaseQuery> = {}) => {
      const found: string[] = [];
      for (let cursor: string | undefined, pages = 0; pages < 10; pages++) {
        const page = await list(backend, { ...query, ...(cursor ? { cursor } : {}) });
        found.push(...page.cases.map(({ number }) => number));
        cursor = page.next;
        if (!cursor) return found;
      }
      throw new Error('A list does not end.');
    },
    /** What everything that can be done with a case answers to somebody. */
    attempts: async (backend: Whole, number: string): Promise<Refusal[]> => {
      const key = newKey();
      const attachments = [await known.upload(key)];
      return [
        await backend.get(number, { signal }),
        await backend.comment(number, { key, text: 'Let me in', attachments }, { signal }),
        await backend.attach(number, { key, attachments }, { signal }),
        await backend.resolve(number, { signal }),
        await backend.reopen(number, { signal }),
        await backend.follow(number, true, { signal }),
      ].map(refusalIn);
    },
  };
}
type People = ReturnType<typeof people>;

function caseIn(answer: unknown): Case {
  const { value, issues } = parse(CaseSchema, answer);
  assert.ok(value, `${JSON.stringify(issues)} in ${JSON.stringify(answer)}`);
  return value;
}

function pageIn(answer: unknown): CasePage {
  const { value, issues } = parse(CasePageSchema, answer);
  assert.ok(value, `${JSON.stringify(issues)} in ${JSON.stringify(answer)}`);
  return value;
}

function refusalIn(answer: unknown): Refusal {
  assert.ok((answer as Partial<Refusal> | undefined)?.issues, JSON.stringify(answer));
  return answer as Refusal;
}
