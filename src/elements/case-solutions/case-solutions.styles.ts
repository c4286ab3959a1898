import { css } from 'lit';

export const styles = css`
  :host {
    --_line: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  section {
    background: var(--_surface);
    border: var(--_line);
    border-radius: var(--_radius);
    padding: var(--_gap);
  }
  h2 {
    margin-block-end: 0.75em;
  }
  ul {
    list-style-type: ''; /* Unlike "none", it leaves a list in Safari. */
  }
  article,
  li {
    display: grid;
    gap: 0.25em;
    grid-template-columns: minmax(0, 1fr) auto;
  }
  li > :not(a, [part~='refuse']),
  article > * {
    grid-column: 1 / -1;
    justify-self: start;
  }
  article {
    gap: 0.75em;
  }
  [part='item'] + li {
    border-block-start: var(--_line);
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
  }
  a {
    font-weight: 600;
  }
  [part='excerpt'],
  [part='note'],
  [part='origin'] {
    color: var(--_muted);
  }
  [part='origin'] {
    display: flex;
    flex-wrap: wrap;
    font-size: 0.9em;
    gap: 0 1em;
  }
  /* A pair of its own, so that a match can be read whatever colours the page gives. */
  mark {
    background: light-dark(#ffefb0, #594a00);
    color: light-dark(#1b1c1f, #fff);
  }
  [part='text'] > * {
    white-space: pre-line;
  }
  [part='text'] > * + * {
    margin-block: 0.75em 0;
  }
  button {
    margin-block-start: 0.5em;
  }
  [part='note'] button {
    color: var(--_text);
    display: block;
  }
  button:hover {
    background: var(--_background);
  }
  [part~='refuse'] {
    border-color: transparent;
    color: var(--_muted);
    margin: -0.4em;
    min-inline-size: 2.75rem;
    padding: 0;
  }
  [part='outline'] a {
    font-weight: 400;
  }
  [part='answers'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  [part~='primary'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }
`;
