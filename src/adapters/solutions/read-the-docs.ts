import { htmlToText } from '../../core/html-text.js';
import type { SolutionSource } from '../../ports/solution-source.js';
import type { Solution, SolutionQuery } from '../../schema/solution.js';
import { askedWords, type WordOptions } from './asked-words.js';
import { below, hosted, type HostedOptions, type HostedRequest, limitOf } from './hosted.js';
import { shownMatches } from './marked-text.js';
import { foundSolutions } from './found-solutions.js';
import { answerList, at } from './found-values.js';

/** What its search takes for more than a word, beside quotes: prefixes, fuzziness, groups, choices. */
const OPERATORS = /[*~|+()\\]/g;
/** What would lead into other documentation. */
const PARAMETERS = /\b(project|subprojects|user):/gi;
/** Characters of a passage that are looked at: what is shown is shorter. */
const LOOKED_AT = 10_000;
/** Characters of a section that stand for it where no passage matches. */
const BEGINNING = 200;

export interface ReadTheDocsOptions extends HostedOptions, WordOptions {
  /** The project, or `project/version`; several are searched together. */
  project: string | readonly string[];
  /**
   * The server, or a proxy before it; `https://app.readthedocs.org` when not given. In a page of the
   * documentation itself, `/_`.
   */
  url?: string | URL;
}

/** Finds solutions in documentation that Read the Docs hosts, by its search API, version 3. */
export function readTheDocs(options: ReadTheDocsOptions): SolutionSource {
  return hosted({
    vendor: 'Read the Docs',
    fetch: options.fetch,
    encode: (query) => encode(query, options),
    decode: (answer) => decode(answer, options),
  });
}

/** The request that asks a query. What it prefers is asked for like its words, none of which must be there. */
export function encode(
  query: SolutionQuery,
  options: ReadTheDocsOptions,
): HostedRequest | undefined {
  const { project, url = 'https://app.readthedocs.org' } = options;
  const { product = '', topic = '' } = query;
  const words = askedWords(query, options);
  if (!words) return undefined;
  const projects = [project].flat().map((name) => `project:${name}`);
  const asked = plain(`${words} ${product} ${topic}`);
  return {
    url: below(url, '/api/v3/search/', {
      q: [...projects, asked].join(' '),
      page_size: String(limitOf(options)),
    }),
    headers: { accept: 'application/json' },
  };
}

function plain(words: string): string {
  return words.replace(PARAMETERS, '$1 ').replace(OPERATORS, ' ').replace(/\s+/g, ' ').trim();
}

/** The solutions of an answer: each page, by the section of it that fits best. */
export function decode(answer: unknown, options: Partial<ReadTheDocsOptions> = {}): Solution[] {
  const found = answerList(answer, 'results').map((page) => ({
    ...shown(page),
    source: options.label,
  }));
  return foundSolutions(found).slice(0, limitOf(options));
}

function shown(page: unknown) {
  const section = at(at(page, 'blocks'), '0');
  const title = at(page, 'title');
  const marked = passage(at(page, 'highlights.title'));
  const excerpt = passage(at(section, 'highlights.content')) ?? beginning(at(section, 'content'));
  return {
    title,
    url: addressOf(page, at(section, 'id')),
    excerpt: excerpt?.text,
    matches: shownMatches(marked?.text === title ? marked?.marks : [], excerpt?.marks),
  };
}

/** The first of a list of passages: HTML without any tag but those around a match. */
function passage(list: unknown) {
  const html = at(list, '0');
  if (typeof html !== 'string') return undefined;
  return htmlToText(
    html.slice(0, LOOKED_AT).replaceAll('<span>', '<mark>').replaceAll('</span>', '</mark>'),
  );
}

function beginning(content: unknown) {
  if (typeof content !== 'string') return undefined;
  return { text: content.slice(0, BEGINNING), marks: undefined };
}

function addressOf(page: unknown, section: unknown): string | undefined {
  const [domain, path] = [at(page, 'domain'), at(page, 'path')];
  if (typeof domain !== 'string' || typeof path !== 'string') return undefined;
  const fragment = typeof section === 'string' && section ? `#${section}` : '';
  return `${domain}${path}${fragment}` || undefined;
}
