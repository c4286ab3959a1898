import type { Consulted } from '../schema/consulted.js';
import type { Field } from '../schema/field.js';

/** An article that a person was reading. */
export interface ArticleInView {
  readonly id?: string | undefined;
  readonly title: string;
  readonly url: string;
}

/** Whether an article helped. */
export type Vote = 'yes' | 'no';

/** What is known of how a person came to ask: where they were, and what they made of it. */
export interface RequestContext {
  readonly article?: ArticleInView | undefined;
  /** The heading that they were at. */
  readonly section?: string | undefined;
  readonly vote?: Vote | undefined;
  /** Why the article did not help: the value of a reason. */
  readonly reason?: string | undefined;
  /** The same in their own words. */
  readonly comment?: string | undefined;
  /** What they had searched for. */
  readonly search?: string | undefined;
  /** The `id` of the form that the page asks for. */
  readonly form?: string | undefined;
}

/** The names of the fields that a context fills in, where a definition has them. */
export const contextNames = [
  'articleId',
  'articleTitle',
  'articleUrl',
  'articleSection',
  'articleVote',
  'articleReason',
  'articleComment',
  'searchWords',
] as const;
export type ContextName = (typeof contextNames)[number];

/** Characters of one answer; what is longer is cut. */
const LONGEST = 500;
/** Characters of one answer in an address: whole addresses of 2,000 are understood everywhere. */
const LONGEST_IN_ADDRESS = 200;

/** A context as answers by field name; what is not known is left out. */
export function contextValues({
  article,
  section,
  vote,
  reason,
  comment,
  search,
}: RequestContext): Partial<Record<ContextName, string>> {
  const { id, title, url } = article ?? {};
  const known = [id, title, url, section, vote, reason, comment, search];
  return Object.fromEntries(
    contextNames.flatMap((name, index) => {
      const value = known[index]?.trim();
      return value ? [[name, cut(value, LONGEST)]] : [];
    }),
  );
}

/**
 * An address that carries a context to the page of a form, which takes it up with `prefill-from-url`.
 *
 * @param names - The fields of that form; others are left out. Without them everything goes along, and
 *   the form takes what it knows.
 */
export function contextAddress(
  address: string,
  context: RequestContext,
  names: readonly string[] = contextNames,
): string {
  const query = new URLSearchParams(context.form ? { form: context.form } : {});
  for (const [name, value] of Object.entries(contextValues(context))) {
    if (names.includes(name)) query.set(name, cut(value, LONGEST_IN_ADDRESS));
  }
  const added = query.toString();
  if (!added) return address;
  const [before = '', fragment = ''] = address.split(/(?=#)/);
  return `${before}${before.includes('?') ? '&' : '?'}${added}${fragment}`;
}

/**
 * The fields that hold a context, for a definition that is to take it along: nobody sees them, and they
 * go with the case.
 *
 * @param labels - What the desk calls them, by name.
 */
export function contextFields(labels: Partial<Record<ContextName, string>> = {}): Field[] {
  return contextNames.map((name) => ({
    name,
    type: 'text',
    label: labels[name] ?? DESK_LABELS[name],
    // A condition that never holds, so that the field is there for the case alone.
    visible: { any: [] },
    whenHidden: 'keep',
  }));
}

/** The article of a context as a draft notes it; one that did not help was turned down. */
export function consultedArticle({ article, vote }: RequestContext): Consulted | undefined {
  return article && { ...article, as: vote === 'no' ? 'refused' : 'opened' };
}

/** The first characters of a text, and no half of one. */
const cut = (text: string, limit: number) => text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');

/** For the desk, which reads them in one language. */
const DESK_LABELS: Readonly<Record<ContextName, string>> = {
  articleId: 'Article',
  articleTitle: 'Title of the article',
  articleUrl: 'Address of the article',
  articleSection: 'Section in view',
  articleVote: 'Was it helpful?',
  articleReason: 'Why not',
  articleComment: 'In their words',
  searchWords: 'Searched for',
};
