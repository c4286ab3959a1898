import { css } from 'lit';

export const styles = css`
  :host {
    --_line: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    container-type: inline-size;
  }
  article,
  section,
  form,
  ol {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    list-style-type: '';
    margin: 0;
    padding: 0;
  }
  form,
  section {
    gap: 0.75em;
  }
  header {
    display: grid;
    gap: 0.35em;
  }
  h2 {
    font-size: 1.4em;
  }
  [part='number'],
  [part='time'],
  dt,
  th {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
    text-align: start;
  }
  [part='facts'] {
    display: grid;
    gap: 0.75em var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
  }
  dd [part='time'] {
    color: inherit;
    font-size: inherit;
  }
  [part='actions'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  [part~='status'] {
    border: 1px solid;
    border-radius: 1em;
    display: inline-block;
    font-weight: 600;
    padding: 0.1em 0.75em;
  }
  [part~='solved'] {
    color: var(--_success);
  }
  [part~='awaiting-you'] {
    background: var(--_accent);
    color: var(--_accent-text);
  }
  [part='text'] {
    white-space: pre-wrap;
  }
  [part='note'] {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_error);
    border-radius: var(--_radius);
    padding: 0.75em 1em;
  }
  [aria-busy='true'] > [part='note'] {
    border-color: var(--_border); /* Nothing is wrong while it comes. */
  }
  [part='note'] [part~='button'] {
    margin-block-start: 0.5em;
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
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    border-block-end: var(--_line);
    padding: 0.5em 0.75em 0.5em 0;
    padding-inline: 0 0.75em;
    text-align: start;
    vertical-align: top;
  }
  [part~='comment'] {
    background: var(--_surface);
    border-radius: var(--_radius);
    padding: 0.75em 1em;
  }
  [part~='staff'] {
    background: none;
    border: var(--_line);
  }
  [part~='fresh'] {
    box-shadow: inset 0.25rem 0 var(--_accent);
  }
  :dir(rtl)[part~='fresh'] {
    box-shadow: inset -0.25rem 0 var(--_accent);
  }
  [part='author'] {
    font-weight: 600;
  }
  @container (max-width: 30rem) {
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      overflow: hidden;
      position: absolute;
    }
    tr {
      border-block-end: var(--_line);
      display: block;
      padding-block: 0.5em;
    }
    td {
      border: 0;
      display: inline-block;
      padding-block: 0;
    }
    td:first-child {
      display: block;
    }
  }
`;
