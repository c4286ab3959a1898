import type { ArticleSearch } from './articles/article-search.js';
import type { Article } from './articles/article.js';
import { nothing } from './case-routes.js';
import type { Desk } from './desk.js';
import { json, page } from './http/answers.js';
import type { Route } from './http/router.js';
import { articlePage } from './pages/article-page.js';

const LIMIT = { default: 6, most: 50 };

/** Finding articles for what a person writes about, and reading one. */
export function articleRoutes(
  desk: Desk,
  articles: ReadonlyMap<string, Article>,
  search: ArticleSearch,
): Route[] {
  return [
    { method: 'GET', path: '/articles', answer: (request) => find(request, search) },
    {
      method: 'GET',
      path: '/articles/:id',
      answer: (request, { id = '' }) => {
        const article = articles.get(id);
        if (!article) return nothing(request, desk);
        return page(200, articlePage(article, desk.messages, desk.texts));
      },
    },
  ];
}

function find(request: Request, search: ArticleSearch): Response {
  const asked = new URL(request.url).searchParams;
  const text = (name: string) => asked.get(name) ?? '';
  const query = {
    subject: text('subject'),
    description: text('description'),
    product: text('product'),
    topic: text('topic'),
  };
  const limit = Math.trunc(Number(text('limit'))) || LIMIT.default;
  return json(200, search.search(query, Math.min(Math.max(limit, 1), LIMIT.most)));
}
