import { parse, parseFragment } from 'parse5';
import { type Element, type Node, attribute, contentOf, isElement } from './html-text.js';
import type { Page } from './page.js';
import { isNoindex } from './robots.js';
import { dateOf, words } from './said.js';

/** Reads a web page: its main part, and what its head says. */
export function readHtml(source: string): Page {
  const document = parse(source);
  const elements = [...elementsOf(document)];
  const meta = metaOf(elements);
  const content = contentOf(mainPart(elements) ?? document);
  return {
    title: content.title || meta('og:title') || titleOf(elements),
    headings: content.headings,
    text: content.text,
    excerpt: meta('description') || meta('og:description'),
    keywords: words(meta('keywords')),
    product: meta('case-product'),
    topic: meta('case-topic'),
    updated: dateOf(meta('article:modified_time') || meta('last-modified')),
    language: attributeOf(elements, 'html', 'lang'),
    address: canonicalOf(elements),
    hidden: whyHidden(meta, elements),
  };
}

/** Reads markup that is a part of a page, such as what Markdown stands for. */
export function readFragment(source: string): Pick<Page, 'title' | 'headings' | 'text'> {
  return contentOf(parseFragment(source));
}

function* elementsOf(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  for (const child of node.childNodes ?? []) yield* elementsOf(child);
}

/** The part that is the page's own: what it says is, else its main part, its one article, its body. */
function mainPart(elements: readonly Element[]): Element | undefined {
  const all = (isIt: (element: Element) => boolean) => elements.filter(isIt);
  const [marked] = all(({ attrs }) => attrs.some(({ name }) => name === 'data-pagefind-body'));
  const [main] = all((one) => one.tagName === 'main' || attribute(one, 'role') === 'main');
  const articles = all(({ tagName }) => tagName === 'article');
  const [body] = all(({ tagName }) => tagName === 'body');
  return marked ?? (articles.length === 1 ? articles[0] : undefined) ?? main ?? body;
}

function metaOf(elements: readonly Element[]): (name: string) => string {
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  return (name) => {
    const named = (meta: Element) => attribute(meta, 'name') || attribute(meta, 'property');
    const meta = metas.find((candidate) => named(candidate).toLowerCase() === name);
    return meta ? attribute(meta, 'content').trim() : '';
  };
}

function titleOf(elements: readonly Element[]): string {
  const title = elements.find(({ tagName, parentNode }) => {
    return tagName === 'title' && parentNode?.nodeName === 'head';
  });
  return title ? contentOf(title).text : '';
}

function attributeOf(elements: readonly Element[], tag: string, name: string): string {
  const element = elements.find(({ tagName }) => tagName === tag);
  return element ? attribute(element, name) : '';
}

function canonicalOf(elements: readonly Element[]): string {
  const link = elements.find(
    (one) => one.tagName === 'link' && attribute(one, 'rel') === 'canonical',
  );
  return link ? attribute(link, 'href') : '';
}

function whyHidden(
  meta: (name: string) => string,
  elements: readonly Element[],
): string | undefined {
  if (isNoindex(meta('robots'))) return 'it says noindex';
  const leadsAway = elements.some((one) => /^refresh$/i.test(attribute(one, 'http-equiv')));
  return leadsAway ? 'it leads to another page' : undefined;
}
