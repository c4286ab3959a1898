import type { ArticleInView } from '../../core/request-context.js';

interface Foot {
  readonly article: ArticleInView | undefined;
  readonly articleId: string | undefined;
}

/** The article that a foot belongs to: as the host gives it, else the page. */
export function articleOf({ article, articleId }: Foot): ArticleInView {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const url = canonical?.href ?? location.href.replace(/[?#].*/, '');
  return { id: articleId, title: document.title, url, ...article };
}

/** Where a vote is kept on the device. */
export const placeOf = ({ id, url }: ArticleInView): string => `case-helpful:${id ?? url}`;

/** Whether somebody has voted here before. */
export function isKept(article: ArticleInView): boolean {
  try {
    return localStorage.getItem(placeOf(article)) !== null;
  } catch {
    return false; // Not every page may keep something.
  }
}
