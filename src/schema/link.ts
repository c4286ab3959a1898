import * as z from 'zod/mini';
import { text } from './checks.js';

/**
 * An address that is safe to follow: http, https, or relative to the page.
 *
 * zod's own `url()` accepts `javascript:` and `data:`, so the parsed scheme decides.
 */
export const LinkSchema = text(2000).check(z.refine(isWebLink));

/** Whether an address leads to a page, and to nothing that runs. */
export function isWebLink(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value, 'https://relative.invalid').protocol);
  } catch {
    return false;
  }
}
