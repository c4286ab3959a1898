import * as z from 'zod/mini';
import type { Consulted } from '../../schema/consulted.js';
import type { Session } from '../../schema/session.js';
import type { Connection } from './database.js';

/** How the searches for help have ended. */
export interface Deflection {
  /** Sessions that ended so. */
  readonly outcomes: Readonly<Record<Session['outcome'], number>>;
  /** In how many sessions an article was shown, opened, said to have solved it. */
  readonly articles: Readonly<Record<'shown' | 'opened' | 'accepted', number>>;
  /** What was searched for and not found, most often first. */
  readonly vain: readonly { readonly words: string; readonly times: number }[];
}

/** Sessions and searches that are kept: anyone can send some. */
const MOST = { sessions: 100_000, searches: 2000, shown: 50 };

/** How far an article came, least first. */
const STEPS: readonly Consulted['as'][] = ['shown', 'refused', 'opened', 'accepted'];

const Counted = z.object({ word: z.string(), n: z.number() });
const Vain = z.object({ words: z.string(), times: z.number() });

/** What became of those who looked for help. */
export class Sessions {
  readonly #connection: Connection;
  readonly #now: () => string;

  constructor(connection: Connection, now: () => string) {
    this.#connection = connection;
    this.#now = now;
  }

  /** Keeps how a session stands; told again, the later word counts, but nobody leaves what is solved. */
  keep({ id, outcome, articles, searches }: Session): void {
    this.#connection.write(() => {
      const known = this.#connection.first('SELECT searched FROM sessions WHERE id = ?', id);
      this.#connection.run(
        `INSERT INTO sessions (id, outcome, articles, created, searched) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET articles = ?3, searched = max(searched, ?5), outcome =
           CASE WHEN ?2 = 'left' THEN outcome ELSE ?2 END`,
        id,
        outcome,
        JSON.stringify([...new Set(articles.flatMap(({ as }) => stepsTo(as)))]),
        this.#now(),
        searches.length,
      );
      // Those that were told before have been counted.
      for (const { words, found } of searches.slice(Number(known?.['searched'] ?? 0))) {
        if (!found) this.#miss(words);
      }
      if (!known) this.#forget();
    });
  }

  #miss(words: string): void {
    const plain = words.replaceAll('\0', '').normalize().trim().replaceAll(/\s+/g, ' ');
    if (!plain) return;
    this.#connection.run(
      `INSERT INTO vain_searches (words, times, last) VALUES (?1, 1, ?2)
       ON CONFLICT (words) DO UPDATE SET times = times + 1, last = ?2`,
      plain.toLowerCase().slice(0, 200),
      this.#now(),
    );
  }

  #forget(): void {
    const oldest = 'SELECT max(rowid) - ? FROM sessions';
    this.#connection.run(`DELETE FROM sessions WHERE rowid <= (${oldest})`, MOST.sessions);
    this.#connection.run(
      `DELETE FROM vain_searches WHERE rowid IN
       (SELECT rowid FROM vain_searches ORDER BY times DESC, last DESC LIMIT -1 OFFSET ?)`,
      MOST.searches,
    );
  }

  /** All of it in figures. */
  figures(): Deflection {
    const outcomes = this.#count('SELECT outcome AS word, count(*) AS n FROM sessions GROUP BY 1');
    const articles = this.#count(
      'SELECT value AS word, count(*) AS n FROM sessions, json_each(articles) GROUP BY 1',
    );
    const vain = this.#connection.all(
      'SELECT words, times FROM vain_searches ORDER BY times DESC, last DESC LIMIT ?',
      MOST.shown,
    );
    const of = (counts: ReadonlyMap<string, number>, word: string) => counts.get(word) ?? 0;
    return {
      outcomes: {
        solved: of(outcomes, 'solved'),
        submitted: of(outcomes, 'submitted'),
        left: of(outcomes, 'left'),
      },
      articles: {
        shown: of(articles, 'shown'),
        opened: of(articles, 'opened'),
        accepted: of(articles, 'accepted'),
      },
      vain: vain.map((row) => z.parse(Vain, row)),
    };
  }

  #count(sql: string): ReadonlyMap<string, number> {
    const rows = this.#connection.all(sql).map((row) => z.parse(Counted, row));
    return new Map(rows.map(({ word, n }) => [word, n]));
  }
}

/** Whoever has read an article has seen it; turned down, it was seen and perhaps not read. */
function stepsTo(as: Consulted['as']): Consulted['as'][] {
  if (as === 'refused') return ['shown'];
  return STEPS.slice(0, STEPS.indexOf(as) + 1).filter((step) => step !== 'refused');
}
