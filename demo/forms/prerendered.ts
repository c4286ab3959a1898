export { CaseForm } from '../../src/elements/case-form/case-form.js';
import { newCaseForm } from '../../src/core/new-case-form.js';
import { parseDefinition } from '../../src/core/parse-definition.js';
import { en } from '../../src/locales/en.js';
import type { Definition } from '../../src/schema/definition.js';
import { guideForm } from './guide-form.js';
import { supportForm } from './support-form.js';

/** The forms that are rendered before any script runs, by the names their pages give them. */
export const forms: Readonly<Record<string, Definition>> = {
  support: parseDefinition(supportForm),
  guide: parseDefinition(guideForm),
  newCase: newCaseForm(en),
};
