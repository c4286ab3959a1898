import type { FieldSchemas } from '../core/field-schemas.js';
import type { Messages } from '../locales/en.js';
import type { ResolvedCase } from '../schema/article.js';
import type { Definition } from '../schema/definition.js';
import { type DeskAgent, deskAgent } from './agent/agent.js';
import { articleRoutes } from './article-routes.js';
import type { Article } from './articles/article.js';
import { ArticleSearch } from './articles/article-search.js';
import { changeRoutes } from './case-changes.js';
import { listRoutes } from './case-list.js';
import { caseRoutes } from './case-routes.js';
import { answerFor, warn } from './failure.js';
import { fileRoutes } from './file-routes.js';
import { problem } from './http/answers.js';
import { router } from './http/router.js';
import { openDesk } from './open-desk.js';
import { sessionRoutes } from './session-routes.js';
import type { PageTexts } from './pages/page-texts.js';
import type { Identify } from './viewer.js';
import { voteRoutes } from './vote-routes.js';

/** How a desk is set up. */
export interface CaseDeskOptions {
  /** The folder of the database and the files; made when it is missing. It must lie on a local disk. */
  data: string;
  /** What the paths of the desk begin with; `/desk` when not given. */
  base?: string;
  /** The form that cases are opened with; the default new-case form when not given. */
  definition?: Definition;
  /** Several forms; the first one is meant where a posted form names none. */
  definitions?: readonly Definition[];
  /** How the questions are checked; give it when a form has field types of your own. */
  fieldTypes?: FieldSchemas;
  /** What can be recommended to a person before they open a case. */
  articles?: Iterable<Article>;
  /** Bytes of one file; 50,000,000 when not given. */
  maxFileSize?: number;
  /** Files of one draft and its case; 20 when not given. */
  maxFiles?: number;
  /** The language of refusals and pages; English when not given. */
  messages?: Messages;
  /** The same for what only the desk's own pages say. */
  texts?: PageTexts;
  /**
   * Says who asks: from the session, the token or whatever else the host knows its people by. Without it
   * everybody is a guest, who sees a case by its link.
   */
  identify?: Identify;
  /** Signs the links, 32 characters or more; one that lies in the folder when not given. */
  secret?: string;
  /** Days that the link of a case lasts; 180 when not given. */
  linkDays?: number;
  /** The clock, in milliseconds since 1970; that of the machine when not given. */
  now?: () => number;
  /** Takes what the desk could not foresee, such as a full disk; a warning of the process when not given. */
  onError?: (error: unknown) => void;
}

/** An embedded ticketing system behind one function of the web platform. */
export interface CaseDesk {
  /**
   * Answers a request whose path begins with `base`. Never rejects: a failure is a 500 or a 503.
   *
   * It needs no `this`: hand it to `serve` of srvx, to `Deno.serve`, to `Bun.serve` or to a route of Hono.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * The cases that an article has solved, oldest first, as `--resolved` of `case-elements index` reads them.
   * They hold what people wrote: an index made of them does not.
   */
  readonly resolved: () => ResolvedCase[];
  /** The other side of the desk, for whoever answers; `agentDesk` puts it behind addresses. */
  readonly agent: DeskAgent;
  /** Closes the database. Requests that come later are answered with 503. */
  readonly close: () => void;
}

/**
 * Opens a desk: cases, their files, and articles to recommend, in one folder.
 *
 * Several desks, in several processes too, can share a folder. What it has acknowledged survives a crash.
 *
 * @throws {DefinitionError} When a definition is broken.
 * @throws {TypeError} When an option is missing, unknown or not valid.
 * @throws {Error} When the folder cannot be used, or a later version of the package has written it.
 */
export function caseDesk(options: CaseDeskOptions): CaseDesk {
  const { desk, articles, accepted, connection } = openDesk(options);
  const { onError = warn } = options;
  const urlOf = ({ id, url }: Article) => url ?? `${desk.base}/articles/${encodeURIComponent(id)}`;
  const search = new ArticleSearch(articles, {
    url: urlOf,
    language: desk.messages.language,
    resolved: () => accepted.all(),
    onError,
  });
  const answer = router(desk.base, [
    ...listRoutes(desk),
    ...caseRoutes(desk),
    ...changeRoutes(desk),
    ...sessionRoutes(desk),
    ...voteRoutes(desk),
    ...fileRoutes(desk),
    ...articleRoutes(desk, { articles, search, accepted }),
  ]);
  let isOpen = true;
  return {
    fetch: async (request) => {
      if (!isOpen) return problem(503, 'The desk is closed.');
      try {
        return await answer(request);
      } catch (error) {
        return answerFor(error, desk, onError);
      }
    },
    resolved: () => accepted.all(),
    agent: deskAgent(desk),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      search.close();
      connection.close();
    },
  };
}
