import type { CaseSummary } from '../../schema/case.js';
import { LinkSchema } from '../../schema/link.js';
import { parse } from '../../schema/parse.js';

/** Where a case is shown when nobody says otherwise: `<case-desk>` listens there. */
const OWN = '#case/{number}';

/** The address of a case: by the page's template, which has a `{number}`, else the backend's own. */
export function caseLink(
  { number, url }: Pick<CaseSummary, 'number' | 'url'>,
  template: string,
): string {
  const fill = (text: string) => text.replaceAll('{number}', () => encodeURIComponent(number));
  return parse(LinkSchema, template ? fill(template) : url).value ?? fill(OWN);
}
