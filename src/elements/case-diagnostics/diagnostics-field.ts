import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { diagnosticsSchemas } from '../../core/diagnostics.js';
import type { FieldType } from '../../fields/field-type.js';
import { describedBy, error, help, question } from '../../fields/frame.js';
import type { DiagnosticsCollector } from './collectors.js';
import { CaseDiagnostics } from './case-diagnostics.js';

/**
 * A field type for technical details, which a person lets go along, or not:
 * `{ ...defaultFieldTypes, diagnostics: diagnosticsField([pageDetails(), errors]) }`.
 */
export function diagnosticsField(collectors: readonly DiagnosticsCollector[]): FieldType {
  CaseDiagnostics.define();
  return {
    schema: diagnosticsSchemas.diagnostics.schema,
    render: (context) => {
      const { id, value, messages, change } = context;
      return html`
        <case-diagnostics
          id=${id}
          aria-describedby=${describedBy(context)}
          .value=${live(typeof value === 'string' ? value : '')}
          .collectors=${collectors}
          .messages=${messages}
          @input=${({ currentTarget }: Event) => change((currentTarget as CaseDiagnostics).value)}
          >${question(context)}
          <div slot="help">${help(context)}</div></case-diagnostics
        >
        ${error(context)}
      `;
    },
  };
}
