import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { below, hosted, type HostedOptions, type HostedRequest, limitOf } from './hosted.js';
import { CLOSE, OPEN } from './marked-text.js';
import { answerList, at } from './found-values.js';
import { namesOf, preferencesOf, type RecordFields, solutionsOf, titlesOf } from './records.js';

/** What a document gains that the query prefers; a word that matches well gains a few times as much. */
const PREFERENCE = 2;

export interface ElasticsearchOptions extends HostedOptions, WordOptions {
  /** The server; in a page, rather a proxy before it that allows this one search. */
  url: string | URL;
  /** The name of the index, or an alias. */
  index: string;
  /** A key that may only read this index: everybody can read it in the page. Elasticsearch only. */
  apiKey?: string;
  /**
   * Where a document has what is shown: `title`, `url`, `body`, `updated_at`, and its `_id`, when not
   * given.
   */
  fields?: RecordFields;
}

/** Finds solutions in an index of Elasticsearch or OpenSearch. */
export function elasticsearch(options: ElasticsearchOptions): SolutionSource {
  return hosted({
    vendor: 'Elasticsearch',
    fetch: options.fetch,
    encode: (query) => encode(query, options),
    decode: (answer) => decode(answer, options),
  });
}

/** The request that asks a query. */
export function encode(
  query: SolutionQuery,
  options: ElasticsearchOptions,
): HostedRequest | undefined {
  const { url, index, apiKey } = options;
  const words = askedWords(query, options);
  if (!words) return undefined;
  return {
    url: below(url, `/${encodeURIComponent(index)}/_search`),
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey && { authorization: `ApiKey ${apiKey}` }),
    },
    body: JSON.stringify({
      size: limitOf(options),
      track_total_hits: false,
      _source: namesOf(fieldsOf(options)).filter((name) => name !== '_id'),
      query: { bool: { must: matching(words, options), should: preferred(query, options) } },
      highlight: marking(options),
    }),
  };
}

/** What is found has one of the words, in any of the fields; what has more of them comes first. */
function matching(query: string, options: ElasticsearchOptions) {
  const fields = fieldsOf(options);
  const titles = titlesOf(fields).map((name) => `${name}^3`);
  return {
    multi_match: {
      query,
      type: 'most_fields',
      fields: fields.text ? [...titles, fields.text] : titles,
    },
  };
}

/** What lifts a document without excluding others. */
function preferred(query: SolutionQuery, options: ElasticsearchOptions) {
  return preferencesOf(query, fieldsOf(options)).map(([name, value]) => ({
    constant_score: { filter: { match: { [name]: value } }, boost: PREFERENCE },
  }));
}

function marking(options: ElasticsearchOptions) {
  const fields = fieldsOf(options);
  const whole = { number_of_fragments: 0 };
  const passage = { number_of_fragments: 1, fragment_size: 200 };
  return {
    pre_tags: [OPEN],
    post_tags: [CLOSE],
    fields: {
      ...Object.fromEntries(titlesOf(fields).map((name) => [name, whole])),
      ...(fields.text && { [fields.text]: passage }),
    },
  };
}

/** The solutions of an answer. */
export function decode(answer: unknown, options: Partial<ElasticsearchOptions> = {}): Solution[] {
  const records = answerList(at(answer, 'hits'), 'hits').map((hit) => ({
    record: { ...Object(at(hit, '_source')), _id: at(hit, '_id') } as unknown,
    marked: (name: string) => at(at(hit, `highlight.${name}`), '0'),
  }));
  return solutionsOf(records, { ...options, fields: fieldsOf(options) });
}

function fieldsOf({ fields }: Partial<ElasticsearchOptions>): RecordFields {
  return { id: '_id', url: 'url', text: 'body', updated: 'updated_at', ...fields };
}
