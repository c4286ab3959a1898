import { checked, must, text } from './checks.js';

/**
 * An address that is safe to follow: http, https, or relative to the page.
 *
 * zod's own `url()` accepts `javascript:` and `data:`, so the parsed scheme decides.
 */
export const LinkSchema = checked<string>(text(2000), must(isWebLink));

/** Whether an address leads to a page, and to nothing that runs. */
export function isWebLink(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value, 'https://relative.invalid').protocol);
  } catch {
    return false;
  }
}
