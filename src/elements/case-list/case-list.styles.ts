import { css } from 'lit';

export const styles = css`
  :host {
    --_line: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    container-type: inline-size;
  }
  section {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
  header,
  [part='filters'],
  [part='pages'],
  [part='choice'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }
  header,
  [part='pages'] {
    justify-content: space-between;
  }
  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    padding: 0;
  }
  legend,
  thead th,
  [part='sort'],
  [part='label'],
  td::before {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part='filters'] {
    align-items: end;
  }
  [part='choice'] label {
    align-items: center;
    border: 1px solid var(--_border);
    border-radius: 2em;
    cursor: pointer;
    display: flex;
    gap: 0.4em;
    min-block-size: 2.75rem;
    padding: 0.35em 1em;
  }
  [part='choice'] label:has(:checked) {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  [part='choice'] label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  input[type='radio'] {
    accent-color: var(--_accent);
    margin: 0;
    outline: none;
  }
  input[type='search'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    flex: 1 1 14rem;
    font: inherit;
    max-inline-size: 100%;
    min-block-size: 2.75rem;
    min-inline-size: 0;
    padding: 0.5em 0.75em;
  }
  a[part~='button'] {
    align-content: center;
    text-decoration: none;
  }
  [part~='primary'],
  [part~='primary']:hover {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
  [part~='button'][aria-disabled] {
    cursor: default;
    opacity: 0.6;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  [aria-busy='true'] tbody {
    opacity: 0.6;
  }
  th,
  td {
    border-block-end: var(--_line);
    font-weight: 400;
    padding-block: 0.6em;
    padding-inline: 0 0.75em;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    overflow-wrap: break-word;
    vertical-align: baseline;
  }
  td {
    min-inline-size: 6rem; /* Or a long subject leaves words no room. */
  }
  [part='sort'] {
    background: none;
    border: 0;
    cursor: pointer;
    font-family: inherit;
    font-size: inherit;
    min-block-size: 1.75rem;
    padding: 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [aria-sort='ascending'] [part='sort']::after {
    content: ' ▲' / '';
  }
  [aria-sort='descending'] [part='sort']::after {
    content: ' ▼' / '';
  }
  [part='link'],
  [part~='status'] {
    font-weight: 600;
  }
  [part~='solved'] {
    color: var(--_success);
  }
  [part~='awaiting-you'] {
    color: var(--_accent);
  }
  [part='new'] {
    background: var(--_accent);
    border: 1px solid transparent; /* Seen in forced colours. */
    border-radius: 1em;
    color: var(--_accent-text);
    font-size: 0.8em;
    font-weight: 600;
    padding: 0.1em 0.6em;
  }
  [part='note'] {
    background: var(--_surface);
    border-radius: var(--_radius);
    padding: var(--_gap);
  }
  [part='note'] [part~='button'] {
    margin-block-start: 0.5em;
  }
  [part='recent'] ul {
    list-style-type: '';
  }
  @container (max-width: 45rem) {
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
    }
    thead th {
      border: 0;
    }
    thead th:not(:has(button)) {
      display: none;
    }
    tbody tr {
      border: var(--_line);
      border-radius: var(--_radius);
      display: grid;
      gap: 0.25em 1em;
      grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
      margin-block-start: 0.75em;
      padding: 0.75em 1em;
    }
    tbody th {
      grid-column: 1 / -1;
    }
    tbody :is(th, td) {
      border: 0;
      padding: 0;
    }
    td:empty {
      display: none;
    }
    td::before {
      content: attr(data-label);
      display: block;
    }
  }
`;
