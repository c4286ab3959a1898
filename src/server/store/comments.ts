import * as z from 'zod/mini';
import type { Draft } from '../../schema/draft.js';
import { CommentRow, type StoredComment } from './case-rows.js';
import type { Connection } from './database.js';
import type { StoredFile } from './file-records.js';

/** What is to stand under a case. */
export interface NewComment {
  readonly key: string;
  readonly text: string;
  readonly attachments: Draft['attachments'];
  /** A name. */
  readonly author: string;
  /** Who that is, where the host knows them. */
  readonly by?: string | undefined;
  readonly isStaff: boolean;
  readonly isInternal: boolean;
}

/** What was said under cases. */
export class Comments {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Whether a comment with this key is there. */
  has(caseId: number, key: string): boolean {
    const sql = 'SELECT 1 FROM comments WHERE case_id = ? AND key = ?';
    return !!this.#connection.first(sql, caseId, key);
  }

  add(caseId: number, comment: NewComment, created: string): number {
    return this.#connection.insert(
      `INSERT INTO comments (case_id, key, author, is_staff, is_internal, text, created)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      caseId,
      comment.key,
      JSON.stringify(comment.author),
      Number(comment.isStaff),
      Number(comment.isInternal),
      JSON.stringify(comment.text),
      created,
    );
  }

  /** Those of a case, oldest first, with their files out of all of the case's. */
  of(caseId: number, files: readonly StoredFile[]): StoredComment[] {
    const sql = 'SELECT * FROM comments WHERE case_id = ? ORDER BY id';
    return this.#connection.all(sql, caseId).map((row) => {
      const { is_staff, is_internal, ...rest } = z.parse(CommentRow, row);
      return {
        ...rest,
        isStaff: !!is_staff,
        isInternal: !!is_internal,
        files: files.filter((file) => file.comment_id === rest.id),
      };
    });
  }
}
