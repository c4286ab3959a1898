import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { below, hosted, type HostedOptions, type HostedRequest, limitOf } from './hosted.js';
import { CLOSE, OPEN } from './marked-text.js';
import { answerList, at } from './found-values.js';
import {
  docSearchTitles,
  namesOf,
  preferencesOf,
  type RecordFields,
  solutionsOf,
  titlesOf,
} from './records.js';

export interface AlgoliaOptions extends HostedOptions, WordOptions {
  /** The id of the application. */
  appId: string;
  /** A search-only key: everybody can read it in the page. Never an admin key. */
  apiKey: string;
  /** The name of the index. */
  index: string;
  /** The server, or a proxy before it; Algolia's own when not given. */
  url?: string | URL;
  /** Where a record has what is shown; as DocSearch writes it when not given. */
  fields?: RecordFields;
}

/** Finds solutions in an index of Algolia, such as that of DocSearch. */
export function algolia(options: AlgoliaOptions): SolutionSource {
  return hosted({
    vendor: 'Algolia',
    fetch: options.fetch,
    encode: (query) => encode(query, options),
    decode: (answer) => decode(answer, options),
  });
}

/**
 * The request that asks a query: the key is in the address and the body is text, as in Algolia's own
 * client, so that a browser need not ask first whether it may send it.
 */
export function encode(query: SolutionQuery, options: AlgoliaOptions): HostedRequest | undefined {
  const { appId, apiKey, index, url = `https://${appId}-dsn.algolia.net` } = options;
  const words = askedWords(query, options);
  if (!words) return undefined;
  return {
    url: below(url, `/1/indexes/${encodeURIComponent(index)}/query`, {
      'x-algolia-application-id': appId,
      'x-algolia-api-key': apiKey,
    }),
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ ...asked(words, options), optionalFilters: preferred(query, options) }),
  };
}

function asked(words: string, options: AlgoliaOptions) {
  const fields = fieldsOf(options);
  return {
    query: words,
    // All words need not stand in one record: the more of them do, the higher it ranks.
    optionalWords: words.split(' '),
    hitsPerPage: limitOf(options),
    attributesToRetrieve: namesOf(fields),
    attributesToHighlight: titlesOf(fields),
    attributesToSnippet: fields.text ? [`${fields.text}:30`] : [],
    highlightPreTag: OPEN,
    highlightPostTag: CLOSE,
  };
}

/** What lifts a record without excluding others; a leading hyphen would turn it into its opposite. */
function preferred(query: SolutionQuery, options: AlgoliaOptions): string[] {
  const preferences = preferencesOf(query, fieldsOf(options));
  return preferences.map(([name, value]) => `${name}:${value.replace(/^-/, '\\-')}`);
}

/** The solutions of an answer. */
export function decode(answer: unknown, options: Partial<AlgoliaOptions> = {}): Solution[] {
  const records = answerList(answer, 'hits').map((hit) => ({
    record: hit,
    marked: (name: string) =>
      at(hit, `_snippetResult.${name}.value`) ?? at(hit, `_highlightResult.${name}.value`),
  }));
  return solutionsOf(records, { ...options, fields: fieldsOf(options) });
}

function fieldsOf({ fields }: Partial<AlgoliaOptions>): RecordFields {
  const title = [...docSearchTitles, 'title'];
  return { id: 'objectID', title, url: 'url', text: 'content', ...fields };
}
