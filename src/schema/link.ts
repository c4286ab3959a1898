import { checked, must, text } from './checks.js';
import { isWebLink } from './web-link.js';

/**
 * An address that is safe to follow: http, https, or relative to the page.
 *
 * zod's own `url()` accepts `javascript:` and `data:`, so the parsed scheme decides.
 */
export const LinkSchema = checked<string>(text(2000), must(isWebLink));
