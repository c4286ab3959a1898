import { cells, lines, paragraphs, unread } from '../../core/html-elements.js';

/** What we need to know of a node that the parser has made. */
export interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  /** The text of a text. */
  readonly value?: string;
}

export interface Element extends Node {
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly parentNode: Node | null;
}

/** What a page holds: its first heading, the others, and its text with blank lines between blocks. */
export interface Content {
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
}

/** Of a whole page, what a person works with is no part of the article, nor is what leads elsewhere. */
const SILENT = new Set([
  ...unread,
  ...'audio button canvas dialog form input math nav noscript object select svg textarea video'.split(
    ' ',
  ),
]);
/** The paragraphs of many a page are nothing but a `div`. */
const BLOCKS = new Set([...paragraphs, 'div', 'fieldset', 'figcaption', 'summary']);
const LINES = new Set(lines);
const CELLS = new Set(cells);
const HEADING = /^h[1-6]$/;
/** Links beside a heading that lead to it. */
const PERMALINK =
  /(^|[\s_-])(anchor|anchor-link|hash-link|header-?link|permalink|headerlink)($|\s)/;

/** The value of an attribute; an empty text where there is none. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** Reads what a person would read below a node. */
export function contentOf(root: Node): Content {
  // A page that does not mark its main part has its site's foot in it.
  const isAround = ({ tagName }: Element) => /^(footer|aside)$/.test(tagName);
  const isBody = root.nodeName === 'body';
  const reader = new Reader((element) => isSilent(element) || (isBody && isAround(element)));
  reader.read(root);
  return { title: reader.title, headings: reader.headings, text: reader.text.trim() };
}

/** What separates two pieces of text; of several, the widest. */
const GAPS = ['', ' ', '\n', '\n\n'] as const;
const [NONE, BLANK, LINE, BLOCK] = [0, 1, 2, 3];

class Reader {
  title = '';
  readonly headings: string[] = [];
  text = '';
  #gap = NONE;
  readonly #isSilent: (element: Element) => boolean;

  constructor(silent: (element: Element) => boolean) {
    this.#isSilent = silent;
  }

  read(node: Node, isVerbatim = false): void {
    if (node.value !== undefined) this.#write(node.value, isVerbatim);
    else if (!isElement(node)) this.#children(node, isVerbatim);
    else if (!this.#isSilent(node)) this.#element(node, isVerbatim);
  }

  #element(element: Element, isVerbatim: boolean): void {
    const { tagName } = element;
    const gap = gapAround(tagName);
    this.#widen(gap);
    if (tagName === 'img') this.#write(` ${attribute(element, 'alt')} `, false);
    if (!(HEADING.test(tagName) && this.#isTitle(element))) {
      this.#children(element, isVerbatim || tagName === 'pre');
    }
    this.#widen(gap);
  }

  /** Notes a heading. The first of the highest level is the title, which is no part of the text. */
  #isTitle(element: Element): boolean {
    const reader = new Reader(isSilent);
    reader.#children(element, false);
    const heading = reader.text.replaceAll(/\s+/g, ' ');
    const isTitle = element.tagName === 'h1' && this.title === '';
    if (isTitle) this.title = heading;
    else if (heading) this.headings.push(heading);
    return isTitle;
  }

  #children(node: Node, isVerbatim: boolean): void {
    for (const child of node.childNodes ?? []) this.read(child, isVerbatim);
  }

  #widen(gap: number): void {
    this.#gap = Math.max(this.#gap, gap);
  }

  #write(value: string, isVerbatim: boolean): void {
    const text = isVerbatim ? value.replaceAll(/\r\n?/g, '\n') : value.replaceAll(/\s+/g, ' ');
    if (/^\s/.test(text)) this.#widen(BLANK);
    const kept = isVerbatim ? text.replace(/\n+$/, '') : text.trim();
    if (kept.trim() === '') return;
    this.text += `${this.text && (GAPS[this.#gap] ?? '')}${kept}`;
    this.#gap = /\s$/.test(text) ? BLANK : NONE;
  }
}

function gapAround(tagName: string): number {
  if (BLOCKS.has(tagName)) return BLOCK;
  if (LINES.has(tagName)) return LINE;
  return CELLS.has(tagName) ? BLANK : NONE;
}

function isSilent(element: Element): boolean {
  const { tagName, attrs } = element;
  const isHidden = attrs.some(
    ({ name, value }) =>
      (name === 'hidden' && value !== 'until-found') ||
      (name === 'aria-hidden' && value === 'true') ||
      name === 'data-pagefind-ignore',
  );
  const isPermalink = tagName === 'a' && PERMALINK.test(attribute(element, 'class'));
  return isHidden || isPermalink || SILENT.has(tagName);
}
