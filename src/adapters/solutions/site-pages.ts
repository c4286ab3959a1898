import { htmlToText } from '../../core/html-text.js';
import { decodeEntities } from '../../core/html-entities.js';
import type { Article } from '../../schema/article.js';
import { isWebLink } from '../../schema/web-link.js';
import type { DecodeOptions } from './site-index.js';

/** What a search index holds at most of one site, and of one article; the rest is left out. */
const MOST = { articles: 200_000, text: 500_000, title: 300, headings: 500, keywords: 20_000 };

/** A page of a site, or a part of one. */
export interface Section {
  /** Its address; all with the same one, but for what follows `#`, are one article. */
  readonly url: string;
  /** The title of the page in its first section, a heading in every other one. */
  readonly title: string;
  /** What is said in it; nothing where the page has said it. */
  readonly text?: string;
  readonly excerpt?: string;
  readonly keywords?: readonly string[];
  readonly product?: string;
  readonly updated?: string;
  readonly language?: string;
}

/** An article of which not all sections have come yet. */
interface Page {
  readonly first: Section;
  readonly url: string;
  readonly title: string;
  readonly headings: string[];
  readonly keywords: string[];
  readonly text: string[];
}

/** The articles that the sections of an index make, one for each page. Links that are not safe are left out. */
export function articlesOf(sections: Iterable<Section>, { root }: DecodeOptions = {}): Article[] {
  const pages = new Map<string, Page>();
  for (const section of sections) {
    const address = section.url.replace(/#.*$/s, '') || './';
    const known = pages.get(address);
    if (known) addHeading(known, section);
    else if (pages.size < MOST.articles) begin(pages, section, linkTo(address, root), address);
  }
  return Array.from(pages, ([id, page]) => articleOf(id, page));
}

function begin(pages: Map<string, Page>, first: Section, url: string | undefined, id: string) {
  const title = tidy(first.title).slice(0, MOST.title);
  if (url === undefined || !title) return;
  const { text = '', keywords = [] } = first;
  pages.set(id, { first, url, title, headings: [], keywords: [...keywords], text: [tidy(text)] });
}

function addHeading(page: Page, { title, text, keywords = [] }: Section): void {
  const heading = tidy(title).slice(0, MOST.title);
  const isNew = heading !== '' && heading !== page.title;
  if (isNew) page.headings.push(heading);
  for (const word of keywords) page.keywords.push(word);
  if (text !== undefined) page.text.push(isNew ? `${heading}\n${tidy(text)}`.trim() : tidy(text));
}

function articleOf(id: string, { first, url, title, ...page }: Page): Article {
  const { excerpt = '', product = '', updated = '', language = '' } = first;
  const headings = page.headings.slice(0, MOST.headings);
  const keywords = page.keywords.slice(0, MOST.keywords);
  return {
    id,
    title,
    url,
    text: page.text.filter(Boolean).join('\n\n').slice(0, MOST.text),
    ...(excerpt.trim() && { excerpt: tidy(excerpt) }),
    ...(headings.length && { headings }),
    ...(keywords.length && { keywords }),
    ...(product && { product }),
    ...(/^\d{4}-\d\d-\d\d/.test(updated) && !Number.isNaN(Date.parse(updated)) && { updated }),
    ...(language && { language }),
  };
}

/** An address of an index, from the site's root; nothing, if it is not safe to follow. */
function linkTo(address: string, root: string | URL | undefined): string | undefined {
  try {
    const url = root === undefined ? address : new URL(address, root).href;
    return isWebLink(url) && url.length <= 2000 ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Generators put spaces without width where a word may break, and behind a heading. */
function tidy(text: string): string {
  return text.replace(/[\u200b\ufeff]/g, '').trim();
}

// Not every tag makes a text HTML: an article may be about <script>.
const HTML =
  /<\/(?:a|abbr|b|blockquote|code|dd|div|em|h[1-6]|i|li|ol|p|pre|span|strong|su[bp]|td|ul)>|<[bh]r\s*\/?>/i;

/** The text of what one generator writes as HTML, and another one, or an older one, as text. */
export function plainText(text: string): string {
  return HTML.test(text) ? htmlToText(text).text : decodeEntities(text);
}
