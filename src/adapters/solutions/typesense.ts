import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { below, hosted, type HostedOptions, type HostedRequest, limitOf } from './hosted.js';
import { CLOSE, OPEN } from './marked-text.js';
import { answerList, at } from './found-values.js';
import { namesOf, preferencesOf, type RecordFields, solutionsOf, titlesOf } from './records.js';

export { docSearchTitles } from './records.js';

export interface TypesenseOptions extends HostedOptions, WordOptions {
  /** The server, or a proxy before it. */
  url: string | URL;
  /** A search-only key: everybody can read it in the page. Never an admin key. */
  apiKey: string;
  /** The name of the collection, or an alias. */
  collection: string;
  /**
   * Where a document has what is shown: `title`, `url`, `body`, `updated_at` when not given. For those of
   * Typesense's crawler, `{ title: docSearchTitles, text: 'content' }`.
   */
  fields?: RecordFields;
}

/** Finds solutions in a collection of Typesense. */
export function typesense(options: TypesenseOptions): SolutionSource {
  return hosted({
    vendor: 'Typesense',
    fetch: options.fetch,
    encode: (query) => encode(query, options),
    decode: (answer) => decode(answer, options),
  });
}

/** The request that asks a query: with the key in the address, a browser need not ask if it may send it. */
export function encode(query: SolutionQuery, options: TypesenseOptions): HostedRequest | undefined {
  const { url, apiKey, collection } = options;
  const words = askedWords(query, options);
  if (!words) return undefined;
  return {
    url: below(url, `/collections/${encodeURIComponent(collection)}/documents/search`, {
      ...asked(words, options),
      ...sorted(query, options),
      'x-typesense-api-key': apiKey,
    }),
  };
}

function asked(words: string, options: TypesenseOptions) {
  const fields = fieldsOf(options);
  const titles = titlesOf(fields);
  const limit = String(limitOf(options));
  return {
    q: words,
    query_by: [...titles, ...(fields.text ? [fields.text] : [])].join(','),
    query_by_weights: [...titles.map(() => 3), ...(fields.text ? [1] : [])].join(','),
    per_page: limit,
    // Words are left out, the last ones first, until there are so many documents.
    drop_tokens_threshold: limit,
    include_fields: namesOf(fields).join(','),
    highlight_full_fields: titles.join(','),
    highlight_affix_num_tokens: '12',
    highlight_start_tag: OPEN,
    highlight_end_tag: CLOSE,
  };
}

/** Documents that match about as well are sorted by what the query prefers. */
function sorted(query: SolutionQuery, options: TypesenseOptions): { sort_by?: string } {
  // A value stands in backticks; those and brackets in it would end the expression.
  const rules = preferencesOf(query, fieldsOf(options))
    .filter(([, value]) => !/[`()[\]]/.test(value))
    .map(([name, value]) => `(${name}:=\`${value}\`):1`);
  if (rules.length === 0) return {};
  const preferred = `_eval([ ${rules.join(', ')} ]):desc`;
  return { sort_by: `_text_match(buckets: 10):desc,${preferred},_text_match:desc` };
}

/** The solutions of an answer. */
export function decode(answer: unknown, options: Partial<TypesenseOptions> = {}): Solution[] {
  const records = answerList(answer, 'hits').map((hit) => ({
    record: at(hit, 'document'),
    marked: (name: string) => markedIn(hit, name),
  }));
  return solutionsOf(records, { ...options, fields: fieldsOf(options) });
}

/** What is marked in a field: in a list of fields, or by field since version 0.24. */
function markedIn(hit: unknown, name: string): unknown {
  const list = at(hit, 'highlights');
  const listed: unknown = Array.isArray(list) && list.find((one) => at(one, 'field') === name);
  const found = listed || at(hit, `highlight.${name}`);
  return at(found, 'value') ?? at(found, 'snippet');
}

function fieldsOf({ fields }: Partial<TypesenseOptions>): RecordFields {
  return { id: 'id', url: 'url', text: 'body', updated: 'updated_at', ...fields };
}
