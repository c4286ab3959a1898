import { join } from 'node:path';
import Database from 'libsql';
import type { Draft } from '../../src/schema/draft.js';
import type { DeskReceipt } from '../../src/server/index.js';

/** A case as it lies in the database. */
export interface StoredCase {
  number: string;
  token: string;
  /** What was written, oldest first. */
  revisions: Record<string, unknown>[];
}

/** Every case of a desk, read past the desk. */
export function storedCases(data: string): StoredCase[] {
  const database = new Database(join(data, 'desk.sqlite'));
  const rows = database
    .prepare(
      `SELECT number, token, answers FROM cases LEFT JOIN revisions ON case_id = cases.id
       ORDER BY cases.id, revisions.id`,
    )
    .all() as { number: string; token: string; answers: string | null }[];
  database.close();
  const cases = new Map<string, StoredCase>();
  for (const { number, token, answers } of rows) {
    const found = cases.get(number) ?? { number, token, revisions: [] };
    if (answers !== null) found.revisions.push(JSON.parse(answers) as Record<string, unknown>);
    cases.set(number, found);
  }
  return [...cases.values()];
}

/** Drafts whose descriptions all differ, and the receipts that came for them. */
export interface Submitted {
  drafts: readonly Draft[];
  /** By the keys of the drafts. */
  receipts: ReadonlyMap<string, DeskReceipt>;
}

/** What is wrong with what a desk has kept: acknowledged and gone, altered, or there twice. */
export function faultsOf({ drafts, receipts }: Submitted, stored: readonly StoredCase[]): string[] {
  const faults: string[] = [];
  for (const { key, values } of drafts) {
    const written = JSON.stringify(values);
    const same = stored.filter((one) =>
      one.revisions.some((revision) => revision['description'] === values['description']),
    );
    if (same.length > 1) faults.push(`${key} is there ${same.length} times`);
    const receipt = receipts.get(key);
    if (!receipt) continue;
    const found = stored.find(({ number }) => number === receipt.number);
    if (!found) faults.push(`${key} was acknowledged and is gone`);
    else if (!receipt.url.endsWith(found.token)) faults.push(`${key} has another link`);
    else if (!found.revisions.some((revision) => sameValues(revision, written))) {
      faults.push(`${key} holds another text`);
    }
  }
  return faults;
}

const sameValues = (revision: Record<string, unknown>, written: string) =>
  JSON.stringify(revision) === written;
