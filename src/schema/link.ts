import * as z from 'zod/mini';

/**
 * An address that is safe to follow: http, https, or relative to the page.
 *
 * zod's own `url()` accepts `javascript:` and `data:`, so the parsed scheme decides.
 */
export const LinkSchema = z.string().check(z.maxLength(2000), z.refine(isWebLink, 'unsafe link'));

function isWebLink(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value, 'https://relative.invalid').protocol);
  } catch {
    return false;
  }
}
