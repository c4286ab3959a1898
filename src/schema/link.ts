import * as z from 'zod/mini';
import { text } from './checks.js';
import { isWebLink } from './web-link.js';

/**
 * An address that is safe to follow: http, https, or relative to the page.
 *
 * zod's own `url()` accepts `javascript:` and `data:`, so the parsed scheme decides.
 */
export const LinkSchema = text(2000).check(z.refine(isWebLink));
