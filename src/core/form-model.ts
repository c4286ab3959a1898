import type { CaseFormMessages } from '../locales/en.js';
import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import type { Issue } from '../schema/outcome.js';
import { conditionsOf, fieldsOf } from './conditions.js';
import { draftSchema, parseDraft } from './draft-schema.js';
import type { FieldSchemas } from './field-schemas.js';
import { toIssues } from './issues.js';

/** A draft that may be sent, or why it may not. */
export type Checked = { readonly draft: Draft } | { readonly issues: readonly Issue[] };

/** A definition with what is derived from it once. */
export class FormModel {
  readonly #schema: ReturnType<typeof draftSchema>;
  readonly #deciding: ReadonlySet<string>;

  constructor(
    readonly definition: Definition,
    fieldTypes: FieldSchemas,
  ) {
    this.#schema = draftSchema(definition, fieldTypes);
    const { fields, routes = [] } = definition;
    const ofFields = fields.flatMap(conditionsOf).map(({ condition }) => condition);
    const ofRoutes = routes.flatMap(({ when = [] }) => when);
    this.#deciding = new Set([...ofFields, ...ofRoutes].flatMap(fieldsOf));
  }

  /** Whether the form may look different after this field has changed. */
  isDeciding(name: string): boolean {
    return this.#deciding.has(name);
  }

  /** Holds a draft to the definition. */
  async check(draft: Draft, messages: CaseFormMessages): Promise<Checked> {
    const { value, issues } = await parseDraft(this.#schema, draft);
    return value ? { draft: value } : { issues: toIssues(issues, this.definition, messages) };
  }
}
