import type { TextRange as Range } from '../schema/solution.js';
import { cells, lines, paragraphs, unread } from './html-elements.js';
import { decodeEntities } from './html-entities.js';

/** What a piece of HTML says. */
export interface HtmlText {
  readonly text: string;
  /** Where the text was in `em`, `mark`, `b` or `strong`. */
  readonly marks: readonly Range[];
}

const MARKS = new Set(['em', 'mark', 'b', 'strong']);
const SILENT = new Set(unread);
const PARAGRAPHS = new Set(paragraphs);
const LINES = new Set(lines);
const CELLS = new Set(cells);

const NAME = /\/?([a-zA-Z][^\t\n\f\r />]*)/y;
const TAG_END = />|=[\t\n\f\r ]*(?:"[^"]*"|'[^']*')/g;
const BLANKS = /[\t\n\f\r ]+/g;

/**
 * The text of a piece of HTML, in time that grows with its length alone.
 *
 * Nothing is parsed into a document: even one that is never shown reports violations of a content
 * security policy. Tags, attributes, comments and scripts are dropped.
 */
export function htmlToText(html: string): HtmlText {
  const writer = new TextWriter();
  let place = 0;
  while (place < html.length) {
    const tag = html.indexOf('<', place);
    writer.write(html.slice(place, tag < 0 ? html.length : tag));
    if (tag < 0) break;
    place = afterTag(html, tag, writer);
  }
  return writer.end();
}

/** Takes what begins with `<`, and says where it ends; what does not end is dropped, as browsers do. */
function afterTag(html: string, start: number, writer: TextWriter): number {
  NAME.lastIndex = start + 1;
  const [tag, name = ''] = NAME.exec(html) ?? [];
  if (tag === undefined) return afterNoTag(html, start, writer);
  const lower = name.toLowerCase();
  const isEnd = tag.startsWith('/');
  writer.tag(lower, isEnd);
  const end = endOfTag(html, start + 1 + tag.length);
  return isEnd || !SILENT.has(lower) ? end : endOfSilence(html, lower, end);
}

function afterNoTag(html: string, start: number, writer: TextWriter): number {
  const isComment = html.startsWith('<!--', start);
  if (!isComment && !/[!?/]/.test(html.charAt(start + 1))) {
    writer.write('<');
    return start + 1;
  }
  const close = isComment ? '-->' : '>';
  // Of `<!-->`, which is a whole comment, the dashes belong to both ends.
  const end = html.indexOf(close, start + 2);
  return end < 0 ? html.length : end + close.length;
}

/** A `>` in the quoted value of an attribute does not end a tag. */
function endOfTag(html: string, start: number): number {
  TAG_END.lastIndex = start;
  for (let found = TAG_END.exec(html); found; found = TAG_END.exec(html)) {
    if (found[0] === '>') return TAG_END.lastIndex;
  }
  return html.length;
}

function endOfSilence(html: string, name: string, start: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  close.lastIndex = start;
  return close.exec(html)?.index ?? html.length;
}

/** Writes text as a page would show it: blanks are one blank, paragraphs and lines are kept apart. */
class TextWriter {
  #text = '';
  #gap = '';
  #verbatim = 0;
  #marked = 0;
  #start = -1;
  readonly #marks: Range[] = [];

  write(html: string): void {
    const text = decodeEntities(html);
    if (this.#verbatim > 0) this.#add(text);
    else this.#addWords(text.replace(BLANKS, ' '));
  }

  #addWords(words: string): void {
    if (words.startsWith(' ')) this.#leave(' ');
    // Not trimmed: a blank that does not break is part of the text.
    this.#add(words.replace(/^ | $/g, ''));
    if (words.endsWith(' ')) this.#leave(' ');
  }

  tag(name: string, isEnd: boolean): void {
    if (PARAGRAPHS.has(name)) this.#leave('\n\n');
    if (LINES.has(name)) this.#leave('\n');
    if (CELLS.has(name)) this.#leave(' ');
    const step = isEnd ? -1 : 1;
    if (name === 'pre') this.#verbatim = Math.max(0, this.#verbatim + step);
    if (!MARKS.has(name)) return;
    this.#marked = Math.max(0, this.#marked + step);
    if (this.#marked === 0) this.#endMark();
  }

  end(): HtmlText {
    this.#endMark();
    return { text: this.#text, marks: this.#marks };
  }

  #leave(gap: string): void {
    if (gap.length > this.#gap.length || this.#gap === ' ') this.#gap = gap;
  }

  #add(text: string): void {
    if (text === '') return;
    if (this.#text) this.#text += this.#gap;
    this.#gap = '';
    if (this.#marked > 0 && this.#start < 0) this.#start = this.#text.length;
    this.#text += text;
  }

  #endMark(): void {
    if (this.#start < 0) return;
    const isContinued = this.#marks.at(-1)?.[1] === this.#start;
    const [start] = (isContinued && this.#marks.pop()) || [this.#start];
    this.#marks.push([start, this.#text.length]);
    this.#start = -1;
  }
}
