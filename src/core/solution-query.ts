import type { SolutionQuery } from '../schema/solution.js';

/** Letters and digits that a search begins with: an ideograph or a syllable says more than a letter. */
const ENOUGH = 3;
const ENOUGH_CJK = 2;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Characters that are looked at to see whether there is enough to search for. */
const BEGINNING = 1000;

/** What a draft asks for: its answers to the fields that a search understands. */
export function queryOf({ values }: { readonly values: object }): SolutionQuery {
  const answer = (name: keyof SolutionQuery) => {
    const value = (Object(values) as Partial<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const product = answer('product');
  const topic = answer('topic');
  return {
    subject: answer('subject'),
    description: answer('description'),
    ...(product && { product }),
    ...(topic && { topic }),
  };
}

/** Whether a query says enough: three letters or digits, two where one of them is an ideograph. */
export function isSearchable({ subject, description }: SolutionQuery): boolean {
  const text = `${subject} ${description}`.slice(0, BEGINNING);
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length >= (CJK.test(text) ? ENOUGH_CJK : ENOUGH);
}

/** Whether two queries ask for the same. */
export function isSameQuery(one: SolutionQuery, other: SolutionQuery): boolean {
  return (
    one.subject === other.subject &&
    one.description === other.description &&
    one.product === other.product &&
    one.topic === other.topic
  );
}
