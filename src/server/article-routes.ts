import { atLeast, checked, object, text } from '../schema/checks.js';
import { parse } from '../schema/parse.js';
import type { ArticleSearch } from './articles/article-search.js';
import type { Article } from './articles/article.js';
import { nothing } from './case-routes.js';
import type { Desk } from './desk.js';
import { json, nothingToSay, page, problem } from './http/answers.js';
import { isJson, readJson } from './http/body.js';
import type { Route } from './http/router.js';
import { articlePage } from './pages/article-page.js';
import type { AcceptedCases } from './store/accepted-cases.js';

const LIMIT = { default: 6, most: 50 };

/** Bytes of what is posted when an article has solved a problem. */
const MAX_ACCEPTED = 64_000;
/** Characters that are kept of it. */
const SUBJECT = 300;
const DESCRIPTION = 5000;

/** New cases after which the index learns from them: so many, and so large a part of those it knows. */
const ENOUGH = { cases: 20, part: 0.1 };

const AcceptedSchema = object({
  articleId: checked<string>(text(500), atLeast(1)),
  subject: text(),
  description: text(),
});

/** What the routes of articles need beside the desk. */
export interface ArticleParts {
  readonly articles: ReadonlyMap<string, Article>;
  readonly search: ArticleSearch;
  readonly accepted: AcceptedCases;
}

/** Finding articles for what a person writes about, reading one, and hearing that one has helped. */
export function articleRoutes(desk: Desk, parts: ArticleParts): Route[] {
  const learned = { cases: parts.accepted.size, since: 0 };
  return [
    { method: 'GET', path: '/articles', answer: (request) => find(request, parts.search) },
    {
      method: 'GET',
      path: '/articles/:id',
      answer: (request, { id = '' }) => {
        const article = parts.articles.get(id);
        if (!article) return nothing(request, desk);
        return page(200, articlePage(article, desk.messages, desk.texts));
      },
    },
    {
      method: 'POST',
      path: '/articles/accepted',
      answer: async (request) => {
        const { answer, isNew } = await accept(request, parts);
        if (isNew && ++learned.since >= Math.max(ENOUGH.cases, learned.cases * ENOUGH.part)) {
          Object.assign(learned, { cases: parts.accepted.size, since: 0 });
          parts.search.renew();
        }
        return answer;
      },
    },
  ];
}

function find(request: Request, search: ArticleSearch): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const written = (name: string) => asked.get(name) ?? '';
  const query = {
    subject: written('subject'),
    description: written('description'),
    product: written('product'),
    topic: written('topic'),
  };
  const limit = Math.trunc(Number(written('limit'))) || LIMIT.default;
  const most = Math.min(Math.max(limit, 1), LIMIT.most);
  return search.search(query, most).then((found) => json(200, found));
}

async function accept(
  request: Request,
  { articles, accepted }: ArticleParts,
): Promise<{ answer: Response; isNew?: boolean }> {
  // Of other types, pages of other sites could send some without being asked whether they may.
  if (!isJson(request)) return { answer: problem(415, 'It comes as application/json.') };
  const { value, issues } = parse(AcceptedSchema, await readJson(request, MAX_ACCEPTED));
  if (!value) {
    const [part] = issues[0]?.path ?? [];
    return { answer: problem(422, `“${String(part ?? 'body')}” is not valid.`) };
  }
  const { articleId, subject, description } = value;
  if (!articles.has(articleId)) return { answer: problem(404, 'There is no such article.') };
  const isNew = accepted.add({
    articleId,
    subject: subject.slice(0, SUBJECT),
    description: description.slice(0, DESCRIPTION),
  });
  return { answer: nothingToSay(), isNew };
}
