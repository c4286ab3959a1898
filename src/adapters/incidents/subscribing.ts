import { LinkSchema } from '../../schema/link.js';
import { parse } from '../../schema/parse.js';

/** The page where people subscribe to a status page, as its source has it; none where it is not safe. */
export function subscribing(url: string | URL | undefined): { readonly subscribe?: string } {
  const subscribe = url && parse(LinkSchema, String(url)).value;
  return subscribe ? { subscribe } : {};
}
