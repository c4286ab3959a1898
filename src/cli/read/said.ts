import type { Page } from './page.js';
import { isNoindex } from './robots.js';

type Data = Readonly<Record<string, unknown>>;
type Said = Partial<Omit<Page, 'text' | 'headings'>>;

const DATES = [
  'updated',
  'lastmod',
  'last_modified_at',
  'last_updated',
  'lastUpdated',
  'last_update',
  'modified',
  'date',
];

/** What front matter says of a page, in the words of the usual generators. */
export function saidBy(data: Data): Said {
  return {
    title: first(data, ['title']),
    excerpt: first(data, ['description', 'excerpt', 'summary']),
    keywords: [...words(data['keywords']), ...words(data['tags'])],
    product: first(data, ['product']),
    topic: first(data, ['topic', 'category']),
    updated: DATES.map((name) => dateOf(data[name])).find((date) => date !== undefined),
    language: first(data, ['language', 'lang', 'locale']),
    address: first(data, ['url', 'permalink', 'slug']),
    hidden: whyHidden(data),
  };
}

/** A date as ISO 8601; nothing for what is none. */
export function dateOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return dateOf((value as Data)['date']);
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return undefined;
  if (/^\d{4}-\d\d-\d\d([T ]|$)/.test(value)) return value.replace(' ', 'T').replace(/T$/, '');
  const date = new Date(value);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Words of a list, or of a text with commas. */
export function words(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : (text(value) ?? '').split(',');
  return list.map((word) => text(word) ?? '').filter((word) => word !== '');
}

function first(data: Data, names: readonly string[]): string | undefined {
  return names.map((name) => text(data[name])).find((value) => value);
}

function text(value: unknown): string | undefined {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return isPlain ? String(value).replaceAll(/\s+/g, ' ').trim() : undefined;
}

function whyHidden(data: Data): string | undefined {
  const search = data['search'];
  const excluded = typeof search === 'object' && (search as Data | null)?.['exclude'] === true;
  if (data['draft'] === true || data['published'] === false) return 'it is a draft';
  if (data['unlisted'] === true) return 'it is unlisted';
  if (excluded || search === false || data['pagefind'] === false) return 'it is kept from search';
  const isKept = data['noindex'] === true || isNoindex(text(data['robots']) ?? '');
  return isKept ? 'it says noindex' : undefined;
}
