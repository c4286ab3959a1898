import { htmlToText } from '../../core/html-text.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { foundSolutions } from './found-solutions.js';
import { at, firstTextAt } from './found-values.js';
import { type HostedOptions, limitOf } from './hosted.js';
import { type Passage, readMarks, shownMatches } from './marked-text.js';
import { pageOf } from './page-of.js';

/** Which attributes of a record hold what a solution shows; a dot leads into an object. */
export interface RecordFields {
  /** Names the article from one answer to the next. */
  id?: string;
  /** An attribute, or several, of which the first with a text is the title. */
  title?: string | readonly string[];
  url?: string;
  /** The article as plain text: searched, excerpted, read in place. */
  text?: string;
  /** When it was last changed: ISO 8601, or seconds or milliseconds since 1970. */
  updated?: string;
  /** What the product of a query is compared with; without it, the product changes nothing. */
  product?: string;
  /** The same for the topic. */
  topic?: string;
  /** Whether title and text are HTML; they are plain text when not given. */
  html?: boolean;
}

/** Titles of the records that the crawlers of DocSearch, Typesense and others write: the deepest heading. */
export const docSearchTitles = [6, 5, 4, 3, 2, 1, 0].map((level) => `hierarchy.lvl${level}`);

/** A record of an answer, and what the vendor has marked in it. */
export interface FoundRecord {
  readonly record: unknown;
  /** An attribute, or a passage of it, with the matches between marks. */
  readonly marked: (name: string) => unknown;
}

/** Characters of a text that are looked at; a solution has fewer. */
const LOOKED_AT = 400_000;
/** Characters of an article that stand for it where no passage matches. */
const BEGINNING = 200;

/** The attributes that may hold the title. */
export function titlesOf({ title = 'title' }: RecordFields): readonly string[] {
  return typeof title === 'string' ? [title] : title;
}

/** All attributes that are shown. */
export function namesOf(fields: RecordFields): string[] {
  const { id, url, text, updated } = fields;
  return [id, ...titlesOf(fields), url, text, updated].filter((name) => name !== undefined);
}

/** What a query prefers, as attributes and their values: a boost, not a filter. */
export function preferencesOf(
  { product, topic }: SolutionQuery,
  fields: RecordFields,
): readonly (readonly [name: string, value: string])[] {
  const pairs = [[fields.product, product] as const, [fields.topic, topic] as const];
  return pairs.flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));
}

/** What is shown of records, and how many. */
export interface ShownRecords extends Pick<HostedOptions, 'label' | 'limit'> {
  readonly fields: RecordFields;
}

/** The solutions of records, each page once; what is none is left out. */
export function solutionsOf(
  records: readonly FoundRecord[],
  { fields, ...options }: ShownRecords,
): Solution[] {
  const found = records.map((record) => ({ ...shown(record, fields), source: options.label }));
  const pages = new Set<string>();
  const solutions = foundSolutions(found).filter(({ url }) => {
    // Of a page whose sections are records of their own, the best one counts.
    const page = pageOf(url);
    return !pages.has(page) && pages.add(page);
  });
  return solutions.slice(0, limitOf(options));
}

function shown({ record, marked }: FoundRecord, fields: RecordFields) {
  const read = fields.html ? readHtml : readMarks;
  const markedAt = (name: string | undefined) => {
    const value = name && marked(name);
    return typeof value === 'string' && value ? read(value.slice(0, LOOKED_AT)) : undefined;
  };
  const plainAt = (name: string | undefined) =>
    read(firstTextAt(record, name)?.slice(0, LOOKED_AT) ?? '').text;
  const name = titlesOf(fields).find((one) => firstTextAt(record, one)?.trim());
  const [title, text] = [plainAt(name), plainAt(fields.text)];
  const [inTitle, passage] = [markedAt(name), markedAt(fields.text)];
  return {
    id: firstTextAt(record, fields.id),
    title,
    url: at(record, fields.url) || undefined,
    excerpt: (passage?.text ?? text.slice(0, BEGINNING)) || undefined,
    updated: dateOf(at(record, fields.updated)),
    // A record of a crawler is a paragraph, not the article.
    text: (!docSearchTitles.includes(name ?? '') && text) || undefined,
    matches: shownMatches(inTitle?.text === title ? inTitle.matches : [], passage?.matches),
  };
}

/** A marked text that is HTML; where it has none of our marks, those of its tags count. */
function readHtml(html: string): Passage {
  const { text, marks } = htmlToText(html);
  const passage = readMarks(text);
  return passage.matches.length > 0 ? passage : { text: passage.text, matches: marks };
}

/** A date of a record, as ISO 8601. */
function dateOf(value: unknown): unknown {
  if (typeof value !== 'number') return value;
  const date = new Date(value > 1e11 ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
