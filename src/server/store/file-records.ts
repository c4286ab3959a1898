import * as z from 'zod/mini';
import type { Connection } from './database.js';

const FileRow = z.object({
  ref: z.string(),
  upload: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** ISO 8601. */
  created: z.optional(z.string()),
  /** The name of who has added it to its case. */
  added_by: z.nullish(z.string()),
  comment_id: z.nullish(z.number()),
});

/** A file whose bytes are on the disk. */
export type StoredFile = z.infer<typeof FileRow>;

/** What became of a new file: kept, the same upload as before, or one too many. */
export type Filing =
  { readonly file: StoredFile; readonly isNew: boolean } | { readonly full: true };

const COLUMNS = 'ref, upload, name, type, size, sha256';
const READ = `${COLUMNS}, created, added_by, comment_id`;

/** Which file belongs to which draft and case; the bytes lie in the `FileStore`. */
export class FileRecords {
  readonly #connection: Connection;
  readonly #maxFiles: number;

  constructor(connection: Connection, maxFiles: number) {
    this.#connection = connection;
    this.#maxFiles = maxFiles;
  }

  /** Files one under a key, and with its case when there is one already. */
  add(key: string, file: StoredFile): Filing {
    return this.#connection.write(() => {
      const known = this.#one('key = ? AND upload = ?', key, file.upload);
      if (known) return { file: known, isNew: false };
      if (this.#count(key) >= this.#maxFiles) return { full: true };
      this.#connection.run(
        `INSERT INTO files (key, case_id, created, ${COLUMNS})
         VALUES (?1, (SELECT id FROM cases WHERE key = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
        key,
        new Date().toISOString(),
        file.ref,
        file.upload,
        file.name,
        file.type,
        file.size,
        file.sha256,
      );
      this.#connection.run('UPDATE cases SET version = version + 1 WHERE key = ?', key);
      return { file, isNew: true };
    });
  }

  /** Takes a file back, while no case holds it. */
  remove(ref: string): 'removed' | 'held' {
    const sql = 'DELETE FROM files WHERE ref = ? AND case_id IS NULL';
    return this.#connection.run(sql, ref) ? 'removed' : 'held';
  }

  /** The files that attachments name, of those that were uploaded with a key, and what is not there. */
  named(key: string, attachments: readonly { ref?: string | undefined }[]) {
    const uploaded = attachments.length ? this.ofKey(key) : [];
    const files = attachments.map(({ ref }) => uploaded.find((file) => file.ref === ref));
    const missing = files.flatMap((file, index) => (file ? [] : [index]));
    return { found: files.filter((file) => file !== undefined), missing };
  }

  /** Gives files to their case; returns how many it has not had. */
  join(
    caseId: number,
    files: readonly StoredFile[],
    { addedBy, comment = 0 }: { addedBy: string; comment?: number },
  ): number {
    const sql = `UPDATE files SET case_id = ?1, added_by = ?2, comment_id = nullif(?3, 0)
      WHERE ref = ?4 AND added_by IS NULL`;
    const name = addedBy.replaceAll('\0', '');
    return files.reduce(
      (count, { ref }) => count + this.#connection.run(sql, caseId, name, comment, ref),
      0,
    );
  }

  /** The files that were uploaded under a key, in the order of their arrival. */
  ofKey(key: string): StoredFile[] {
    return this.#many('key = ?', key);
  }

  /** A file by the name of its bytes. */
  called(ref: string): StoredFile | undefined {
    return this.#one('ref = ?', ref);
  }

  /** The files of a case, in the order of their arrival. */
  ofCase(caseId: number): StoredFile[] {
    return this.#many('case_id = ?', caseId);
  }

  #count(key: string): number {
    const row = this.#connection.first('SELECT count(*) AS n FROM files WHERE key = ?', key);
    return Number(row?.['n']);
  }

  #one(where: string, ...values: readonly string[]): StoredFile | undefined {
    return this.#many(where, ...values)[0];
  }

  #many(where: string, ...values: readonly (string | number)[]): StoredFile[] {
    const sql = `SELECT ${READ} FROM files WHERE ${where} ORDER BY id`;
    return this.#connection.all(sql, ...values).map((row) => z.parse(FileRow, row));
  }
}
