import type { Receipt } from '../../schema/outcome.js';

/** What a support page shows. */
export type CaseRoute =
  | { readonly name: 'new' }
  | { readonly name: 'cases' }
  /** `number` is that of a case, or what a guest's link calls it. */
  | { readonly name: 'case'; readonly number: string };

/** As `CaseNumberSchema` says, without the weight of a schema. */
const NUMBER = /^(?!\.\.?$)[^\p{Cc}\p{Cs}]{1,300}$/u;

/** The route that a text names: `new`, `cases` or `case/123`, with or without a `#`; nothing for any other. */
export function readRoute(text: string): CaseRoute | undefined {
  const [, name, rest] = /^#?\/?(new|cases|case)(?:\/(.+))?$/.exec(text) ?? [];
  if (name !== 'case') return (name === 'new' || name === 'cases') && !rest ? { name } : undefined;
  const number = decoded(rest);
  return number && NUMBER.test(number) ? { name, number } : undefined;
}

/** Where a case that has just been opened is shown: by the name that a guest has for it, else by its number. */
export function routeOfReceipt({ number, name }: Receipt): CaseRoute {
  return { name: 'case', number: typeof name === 'string' && NUMBER.test(name) ? name : number };
}

/** The text of a route, without a `#`. */
export const routeText = (route: CaseRoute): string =>
  route.name === 'case' ? `case/${encodeURIComponent(route.number)}` : route.name;

/** Somebody may have typed it. */
function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
