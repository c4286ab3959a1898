import { htmlToText } from '../../core/html-text.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { below, hosted, type HostedOptions, type HostedRequest, limitOf } from './hosted.js';
import { shownMatches } from './marked-text.js';
import { foundSolutions } from './found-solutions.js';
import { answerList, at, firstTextAt } from './found-values.js';

/** Characters of HTML that are looked at: of an article, and of a passage. */
const BODY = 400_000;
const PASSAGE = 10_000;
/** Places that an article moves up for each of product and topic that is among its labels. */
const LIFT = 2;

export interface ZendeskOptions extends HostedOptions, WordOptions {
  /**
   * The help center, or a proxy before it: `https://acme.zendesk.com`, or `/` in its own pages. Zendesk
   * answers no page of another origin.
   */
  url: string | URL;
  /** Such as `en-us`; the help center's default when not given. */
  locale?: string;
}

/** Finds solutions among the articles of a Zendesk help center that everybody may read. */
export function zendesk(options: ZendeskOptions): SolutionSource {
  return hosted({
    vendor: 'Zendesk',
    fetch: options.fetch,
    encode: (query) => encode(query, options),
    decode: (answer, query) => decode(answer, { ...options, query }),
  });
}

/** The request that asks a query. */
export function encode(query: SolutionQuery, options: ZendeskOptions): HostedRequest | undefined {
  const { url, locale } = options;
  const words = askedWords(query, options);
  if (!words) return undefined;
  return {
    url: below(url, '/api/v2/help_center/articles/search.json', {
      query: words,
      per_page: String(limitOf(options)),
      ...(locale && { locale }),
    }),
    headers: { accept: 'application/json' },
  };
}

/** The solutions of an answer; articles with a label that `query` names move up. */
export function decode(
  answer: unknown,
  { query, ...options }: Partial<ZendeskOptions> & { query?: SolutionQuery } = {},
): Solution[] {
  const preferred = [query?.product, query?.topic].flatMap((value) => value?.toLowerCase() ?? []);
  const places = answerList(answer, 'results').map((article, place) => ({
    article,
    place: place - LIFT * labelsAmong(preferred, article),
  }));
  const found = places
    .sort((one, other) => one.place - other.place)
    .map(({ article }) => ({ ...shown(article), source: options.label }));
  return foundSolutions(found).slice(0, limitOf(options));
}

function labelsAmong(preferred: readonly string[], article: unknown): number {
  const labels = at(article, 'label_names');
  const names = Array.isArray(labels) ? labels.map((label) => String(label).toLowerCase()) : [];
  return preferred.filter((value) => names.includes(value)).length;
}

function shown(article: unknown) {
  const passage = htmlOf(at(article, 'snippet'), PASSAGE);
  return {
    id: firstTextAt(article, 'id'),
    title: at(article, 'title'),
    url: at(article, 'html_url') || undefined,
    excerpt: passage?.text,
    // `updated_at` also changes with what is around the text, such as labels.
    updated: at(article, 'edited_at') ?? at(article, 'updated_at'),
    text: htmlOf(at(article, 'body'), BODY)?.text,
    matches: shownMatches(undefined, passage?.marks),
  };
}

function htmlOf(html: unknown, limit: number) {
  return typeof html === 'string' ? htmlToText(html.slice(0, limit)) : undefined;
}
