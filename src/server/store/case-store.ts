import { randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import type { Consulted } from '../../schema/consulted.js';
import type { Draft } from '../../schema/draft.js';
import { audiencesOf } from './audiences.js';
import {
  type CaseChange,
  type Intake,
  isNews,
  type Missing,
  type NewFiles,
  type Opening,
} from './case-intake.js';
import { type CaseHead, CaseRow, STATUS_OF, type StoredCase } from './case-rows.js';
import { type NewComment, Comments } from './comments.js';
import type { Bindable, Connection } from './database.js';
import type { FileRecords } from './file-records.js';
import { Listing } from './listing.js';
import { People } from './people.js';
import { Revisions } from './revisions.js';

/** Articles that are kept with one case; whoever posts more is no person who has read them. */
const MOST_SOLUTIONS = 100;

/** 192 random bits. */
const TOKEN = /^[\w-]{32}$/;
const NUMBER = /^\d{8}$/;

/** Cases, of which there is one for each key. */
export class CaseStore {
  readonly listing: Listing;
  readonly people: People;
  readonly #connection: Connection;
  readonly #files: FileRecords;
  readonly #comments: Comments;
  readonly #revisions: Revisions;
  readonly #now: () => string;

  constructor(connection: Connection, files: FileRecords, now: () => string) {
    this.#connection = connection;
    this.#files = files;
    this.#now = now;
    this.#comments = new Comments(connection);
    this.#revisions = new Revisions(connection);
    this.listing = new Listing(connection);
    this.people = new People(connection);
  }

  /**
   * Opens a case for a draft, or finds the one that its key has opened before.
   *
   * A known case takes what is new in the draft: other answers as a revision, and its files. That of a
   * person whom the host knows takes it from them alone, since another may have come by the key.
   */
  open({ key, form, values, attachments, solutions = [] }: Draft, intake: Intake): Opening {
    return this.#connection.write(() => {
      const known = this.#head('key', key);
      if (known?.person && known.person !== intake.known?.person) return { isForeign: true };
      const { found, missing } = this.#files.named(key, attachments);
      if (missing.length) return { missing };
      const head = known ?? this.#insert(key, form, intake);
      const { sensitive } = intake;
      const isChanged = this.#revisions.keep(head.id, values, { sensitive, now: this.#now() });
      if (solutions.length) this.#note(head.id, solutions);
      this.#files.join(head.id, found, { addedBy: intake.name });
      if (isChanged) this.#retell(head, values, intake);
      return { case: head, isNew: !known };
    });
  }

  /** The case behind a link. */
  find(token: string): StoredCase | undefined {
    return this.#whole(TOKEN.test(token) ? this.#head('token', token) : undefined);
  }

  /** The case with a number, for whoever is one of these audiences. */
  numbered(number: string, audiences: readonly string[]): StoredCase | undefined {
    const head = NUMBER.test(number) ? this.#head('number', number) : undefined;
    // The same answer where there is none and where it is not theirs.
    return head && this.listing.shows(head.id, audiences) ? this.#whole(head) : undefined;
  }

  /** What stands in a list. */
  heads(ids: readonly number[]): CaseHead[] {
    return ids.flatMap((id) => this.#head('id', id) ?? []);
  }

  /** Writes under a case, and changes it with that; once for each key. */
  comment(id: number, comment: NewComment, change: CaseChange): 'added' | 'known' | Missing {
    return this.#connection.write(() => {
      if (this.#comments.has(id, comment.key)) return 'known';
      const { found, missing } = this.#files.named(comment.key, comment.attachments);
      if (missing.length) return { missing };
      const comment_id = this.#comments.add(id, comment, this.#now());
      this.#files.join(id, found, { addedBy: comment.author, comment: comment_id });
      this.#write(id, change, comment.by);
      return 'added';
    });
  }

  /** Adds files without a comment; once for each file. */
  attach(id: number, files: NewFiles): 'added' | 'known' | Missing {
    return this.#connection.write(() => {
      const { found, missing } = this.#files.named(files.key, files.attachments);
      if (missing.length) return { missing };
      if (!this.#files.join(id, found, { addedBy: files.author })) return 'known';
      this.#write(id, {}, files.by);
      return 'added';
    });
  }

  /** Changes a case. What is so already changes nothing. */
  change(id: number, change: CaseChange, by?: string): void {
    this.#connection.write(() => {
      const [head] = this.heads([id]);
      if (head && isNews(head, change)) this.#write(id, change, by);
    });
  }

  /** Starts or stops following. */
  follow(id: number, person: string, isFollowed: boolean): void {
    this.#connection.write(() => {
      if (this.people.of(id, person).isFollowed === isFollowed) return;
      this.people.follow(id, person, isFollowed);
      this.#write(id, {}, person);
    });
  }

  #whole(head: CaseHead | undefined): StoredCase | undefined {
    if (!head) return undefined;
    const files = this.#files.ofCase(head.id);
    const comments = this.#comments.of(head.id, files);
    // A file of an internal note is as internal as the note.
    const internal = new Set(
      comments.flatMap((comment) => (comment.isInternal ? comment.files : [])),
    );
    return {
      ...head,
      revisions: this.#revisions.of(head.id),
      files: files.filter((file) => !internal.has(file)),
      comments,
    };
  }

  #head(column: 'id' | 'key' | 'token' | 'number', value: Bindable): CaseHead | undefined {
    const row = this.#connection.first(`SELECT * FROM cases WHERE ${column} = ?`, value);
    return row && z.parse(CaseRow, row);
  }

  #insert(key: string, form: string, { routing, known, organisation, copied }: Intake): CaseHead {
    const created = this.#now();
    const row = {
      key,
      token: randomBytes(24).toString('base64url'),
      number: this.#freeNumber(),
      form,
      status: 'open',
      created,
      updated: created,
      requester: JSON.stringify(known?.requester ?? {}),
      copied: JSON.stringify(copied),
      tags: JSON.stringify(routing.tags),
      ...present({
        person: known?.person,
        organisation,
        severity: routing.severity,
        queue: routing.queue,
        expectation: routing.expectation,
      }),
    };
    const columns = Object.keys(row);
    const id = this.#connection.insert(
      `INSERT INTO cases (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
    if (known) this.people.saw(id, known.person, 1);
    const [head] = this.heads([id]);
    if (!head) throw new Error('A case that was just opened is gone.');
    return head;
  }

  /** Eight digits, as people read them out; random, so that a number tells nothing of other cases. */
  #freeNumber(): string {
    for (;;) {
      const number = String(randomInt(10_000_000, 100_000_000));
      if (!this.#connection.first('SELECT 1 FROM cases WHERE number = ?', number)) return number;
    }
  }

  #note(id: number, solutions: readonly Consulted[]): void {
    const noted = JSON.stringify(solutions.slice(0, MOST_SOLUTIONS));
    this.#connection.run('UPDATE cases SET solutions = ? WHERE id = ?', noted, id);
  }

  #retell({ id }: CaseHead, values: Draft['values'], { sensitive, known }: Intake): void {
    const { subject } = values;
    const told = typeof subject === 'string' && !sensitive.includes('subject') ? subject : '';
    this.#connection.run('UPDATE cases SET subject = ? WHERE id = ?', JSON.stringify(told), id);
    this.#write(id, {}, known?.person);
  }

  /** Counts a change, and tells every list. Who makes it has seen it. */
  #write(id: number, change: CaseChange, by: string | undefined): void {
    const { label, tags, copied, ...words } = change;
    const set: Record<string, Bindable | null> = {
      updated: this.#now(),
      ...(label && { label, status: STATUS_OF[label] }),
      ...(tags && { tags: JSON.stringify(tags) }),
      ...(copied && { copied: JSON.stringify(copied) }),
    };
    for (const [name, word] of Object.entries(words)) if (word !== undefined) set[name] = word;
    const columns = Object.entries(set).map(
      ([name, value]) => `${name} = ${value === null ? 'NULL' : '?'}`,
    );
    this.#connection.run(
      `UPDATE cases SET version = version + 1, ${columns.join(', ')} WHERE id = ?`,
      ...Object.values(set).filter((value) => value !== null),
      id,
    );
    const head = this.#head('id', id);
    if (!head) return;
    if (by !== undefined) this.people.saw(id, by, head.version);
    const subject = head.subject.replaceAll('\0', '').toLowerCase().slice(0, 100);
    this.listing.place({ ...head, subject }, audiencesOf(head), this.#words(head));
  }

  /** What a case can be found by: nothing that was sensitive, nothing internal. */
  #words({ id, number, subject }: CaseHead): string {
    const { answers = {}, sensitive = [] } = this.#revisions.of(id).at(-1) ?? {};
    const written = Object.entries(answers).flatMap(([name, answer]) =>
      typeof answer === 'string' && !sensitive.includes(name) ? answer : [],
    );
    const said = this.#comments.of(id, []).filter(({ isInternal }) => !isInternal);
    return [number, subject, ...written, ...said.map(({ text }) => text)].join('\n');
  }
}

function present(row: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(row).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(entries);
}
