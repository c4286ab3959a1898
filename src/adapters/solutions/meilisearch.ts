import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { below, hosted, type HostedOptions, type HostedRequest, limitOf } from './hosted.js';
import { CLOSE, OPEN } from './marked-text.js';
import { answerList, at } from './found-values.js';
import { namesOf, preferencesOf, type RecordFields, solutionsOf, titlesOf } from './records.js';

/** Words that Meilisearch looks at; it ignores those that follow. */
const WORDS = 10;
/** Those of them that a long subject leaves to the description. */
const DESCRIPTION = 4;
/** How much more a document counts that the query prefers. */
const WEIGHT = 1.2;

export interface MeilisearchOptions extends HostedOptions, WordOptions {
  /** The server, or a proxy before it. */
  url: string | URL;
  /** A search-only key: everybody can read it in the page. Never the master key or an admin key. */
  apiKey?: string;
  /** The `uid` of the index. */
  index: string;
  /**
   * Where a document has what is shown: `id`, `title`, `url`, `body`, `updated_at` when not given.
   * `product` and `topic` must be filterable attributes.
   */
  fields?: RecordFields;
}

/** Finds solutions in an index of Meilisearch 1.10 or later. */
export function meilisearch(options: MeilisearchOptions): SolutionSource {
  return hosted({
    vendor: 'Meilisearch',
    fetch: options.fetch,
    encode: (query) => encode(query, options),
    decode: (answer) => decode(answer, options),
  });
}

/** The request that asks a query: once, and once more for each thing that the query prefers. */
export function encode(
  query: SolutionQuery,
  options: MeilisearchOptions,
): HostedRequest | undefined {
  const { url, apiKey, index } = options;
  const q = words(query, options);
  if (!q) return undefined;
  const preferred = preferencesOf(query, fieldsOf(options)).map(([name, value]) => ({
    ...asked(q, options),
    filter: `${name} = ${JSON.stringify(value)}`,
    federationOptions: { weight: WEIGHT },
  }));
  const queries = [asked(q, options), ...preferred];
  return {
    url: below(url, '/multi-search'),
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify({
      federation: { limit: limitOf(options) * queries.length },
      queries: queries.map((one) => ({ indexUid: index, ...one })),
    }),
  };
}

function asked(q: string, options: MeilisearchOptions) {
  const fields = fieldsOf(options);
  const { text } = fields;
  return {
    q,
    // The words that most documents have are left out first.
    matchingStrategy: 'frequency',
    attributesToRetrieve: namesOf(fields),
    attributesToHighlight: [...titlesOf(fields), ...(text ? [text] : [])],
    attributesToCrop: text ? [text] : [],
    cropLength: 30,
    highlightPreTag: OPEN,
    highlightPostTag: CLOSE,
  };
}

/** As many as are looked at: the subject, shortened to its telling words where it is long, then others. */
function words(query: SolutionQuery, options: MeilisearchOptions): string {
  const telling = (description: string, subject = '') =>
    askedWords({ subject, description }, options).split(' ').filter(Boolean);
  const subject = telling('', query.subject);
  const room = WORDS - DESCRIPTION;
  const first = subject.length > room ? telling(query.subject).slice(0, room) : subject;
  return [...new Set([...first, ...telling(query.description)])].slice(0, WORDS).join(' ');
}

/** The solutions of an answer. */
export function decode(answer: unknown, options: Partial<MeilisearchOptions> = {}): Solution[] {
  const records = answerList(answer, 'hits').map((hit) => ({
    record: hit,
    marked: (name: string) => at(hit, `_formatted.${name}`),
  }));
  return solutionsOf(records, { ...options, fields: fieldsOf(options) });
}

function fieldsOf({ fields }: Partial<MeilisearchOptions>): RecordFields {
  return { id: 'id', url: 'url', text: 'body', updated: 'updated_at', ...fields };
}
