import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { CaseQuery } from '../../schema/case-query.js';
import type { Bindable, Connection } from './database.js';
import { matchOf, spaced } from './words.js';

/** What a list is sorted and filtered by. */
export interface Listed {
  readonly id: number;
  readonly updated: string;
  readonly created: string;
  /** As it is sorted. */
  readonly subject: string;
  readonly status: string;
}

/** Which rows of which order are asked for. */
export type ListQuery = Omit<CaseQuery, 'scope'>;

/** Ids of one page, and where the next one begins. */
export interface ListPage {
  readonly ids: readonly number[];
  readonly next?: string;
}

/** The newest cases that a search looks through, so that a common word costs no more than a rare one. */
const MOST_FOUND = 500;

const Row = z.object({
  case_id: z.number(),
  updated: z.string(),
  created: z.string(),
  subject: z.string(),
  status: z.string(),
});
type Row = z.infer<typeof Row>;

const Cursor = z.array(z.union([z.string().check(z.maxLength(300)), z.number()]));

/** Which audience may see which case, in every order that a list has. */
export class Listing {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Shows a case to these audiences and to no others, and lets them find it by these words. */
  place(row: Listed, audiences: readonly string[], words: string): void {
    const { id, updated, created, subject, status } = row;
    this.#connection.run('DELETE FROM listing WHERE case_id = ?', id);
    for (const audience of new Set(audiences)) {
      this.#connection.run(
        `INSERT INTO listing (case_id, audience, updated, created, subject, status)
         VALUES (?, ?, ?, ?, ?, ?)`,
        ...[id, audience, updated, created, subject, status],
      );
    }
    this.#connection.run('DELETE FROM case_words WHERE rowid = ?', id);
    this.#connection.run(
      'INSERT INTO case_words (rowid, who, words) VALUES (?, ?, ?)',
      id,
      audiences.map(tokenOf).join(' '),
      spaced(words),
    );
  }

  /** Whether one of the audiences may see a case. */
  shows(id: number, audiences: readonly string[]): boolean {
    const sql = 'SELECT 1 FROM listing WHERE case_id = ? AND audience = ?';
    return audiences.some((audience) => this.#connection.first(sql, id, audience));
  }

  /** One page of what the audiences may see. Each is walked by itself, then the walks are merged. */
  page(audiences: readonly string[], query: ListQuery): ListPage {
    const order = orderOf(query);
    const rows = new Map<number, Row>();
    for (const audience of audiences) {
      for (const row of this.#walk(audience, query, order)) rows.set(row.case_id, row);
    }
    const sorted = [...rows.values()].sort((a, b) => compare(keyOf(a, order), keyOf(b, order)));
    if (order.descending) sorted.reverse();
    const page = sorted.slice(0, query.limit);
    const last = sorted.length > query.limit ? page.at(-1) : undefined;
    const ids = page.map(({ case_id }) => case_id);
    return last ? { ids, next: write(keyOf(last, order)) } : { ids };
  }

  #walk(audience: string, query: ListQuery, order: Order): Row[] {
    const statement = walkOf(audience, query, order);
    return statement
      ? this.#connection.all(statement.sql, ...statement.values).map((row) => z.parse(Row, row))
      : [];
  }
}

/** By which columns a list is sorted, and which way. */
interface Order {
  readonly columns: readonly (keyof Row)[];
  readonly descending: boolean;
}

/** The order of a list; the last column tells apart what is the same before it. */
export function orderOf({ sort = { by: 'updated', descending: true }, status }: ListQuery): Order {
  const { by, descending } = sort;
  const columns: (keyof Row)[] = by === 'status' ? ['updated', 'case_id'] : [by, 'case_id'];
  return { columns: by === 'status' && !status ? ['status', ...columns] : columns, descending };
}

/** The statement of one audience's part of a page; none when nothing can be found. */
export function walkOf(
  audience: string,
  { search, status, cursor, limit }: ListQuery,
  { columns, descending }: Order,
): { sql: string; values: Bindable[] } | undefined {
  const from = read(cursor, columns.length);
  const match = search === undefined || search.trim() === '' ? undefined : matchOf(search);
  if (match === null) return undefined;
  const found = `(SELECT rowid AS found FROM case_words WHERE case_words MATCH ?
    ORDER BY rowid DESC LIMIT ${MOST_FOUND}) CROSS JOIN listing ON case_id = found`;
  const conditions = ['audience = ?', ...(status ? ['status = ?'] : [])];
  const marks = columns.map(() => '?').join(', ');
  if (from) conditions.push(`(${columns.join(', ')}) ${descending ? '<' : '>'} (${marks})`);
  const direction = descending ? 'DESC' : 'ASC';
  return {
    sql: `SELECT case_id, updated, created, subject, status FROM ${match ? found : 'listing'}
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${columns.map((column) => `${column} ${direction}`).join(', ')} LIMIT ?`,
    values: [
      ...(match ? [`who : ${tokenOf(audience)} AND ${match}`] : []),
      audience,
      ...(status ? [status] : []),
      ...(from ?? []),
      limit + 1,
    ],
  };
}

const keyOf = (row: Row, { columns }: Order) => columns.map((column) => row[column]);

/** As the database compares: texts by their bytes, which differs from UTF-16 only beyond the plane. */
function compare(a: readonly Bindable[], b: readonly Bindable[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? 0;
    if (one === other) continue;
    if (typeof one === 'string')
      return Buffer.compare(Buffer.from(one), Buffer.from(String(other)));
    return one < Number(other) ? -1 : 1;
  }
  return 0;
}

const write = (key: readonly Bindable[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** A cursor only says where to go on: what may be seen the audience decides. */
function read(cursor: string | undefined, length: number): Bindable[] | undefined {
  if (!cursor) return undefined;
  try {
    const json: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const { data } = z.safeParse(Cursor, json);
    return data?.length === length && !data.join().includes('\0') ? data : undefined;
  } catch {
    return undefined;
  }
}

/** One word that stands for an audience in the index of words. */
function tokenOf(audience: string): string {
  return `a${createHash('sha256').update(audience).digest('hex').slice(0, 32)}`;
}
