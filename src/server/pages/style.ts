import { createHash } from 'node:crypto';

/** The style of the desk's own pages: the reader's fonts and colours, a column that is easy to read. */
export const STYLE = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 2rem 1rem; max-inline-size: 42rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-block: 2rem 0.5rem; }
dt { font-weight: 600; margin-block-start: 1rem; }
dd { margin: 0; white-space: pre-wrap; }
ul { padding-inline-start: 1.25rem; }
table { border-collapse: collapse; inline-size: 100%; margin-block: 1.5rem; }
caption { font-weight: 600; text-align: start; }
th, td { padding: 0.25rem 0.5rem; border-block-end: 1px solid; text-align: start; font-weight: 400; }
td { text-align: end; font-variant-numeric: tabular-nums; }
td:not(:has(> bdi)) { white-space: nowrap; }
h3 { font-size: 1rem; margin-block: 1rem 0; }
.status { display: inline-block; padding: 0.125rem 0.75rem; border: 1px solid; border-radius: 1rem; }
.text { white-space: pre-line; }
label, legend { display: block; font-weight: 600; margin-block-start: 1rem; }
label.choice { font-weight: 400; margin-block-start: 0.25rem; }
fieldset { border: 0; margin: 0; padding: 0; }
input:not([type=checkbox], [type=radio]), select, textarea {
  box-sizing: border-box; inline-size: 100%; padding: 0.5rem; font: inherit; border: 1px solid; border-radius: 0.25rem;
}
button { margin-block-start: 1.5rem; padding: 0.5rem 1.5rem; font: inherit; font-weight: 600; }
.issues { border: 2px solid; border-radius: 0.25rem; padding: 0 1rem; }
.issue { margin: 0.25rem 0; font-weight: 600; color: light-dark(#a40000, #ff9d9d); }
`;

/** The one source of styles that these pages allow, for their content security policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
