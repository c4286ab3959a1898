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
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  article {
    gap: 0.75em;
  }
  li + li {
    border-block-start: var(--_line);
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
  }
  [part='excerpt'] {
    justify-self: stretch;
  }
  a {
    font-weight: 600;
  }
  [part='excerpt'],
  [part='note'],
  time {
    color: var(--_muted);
  }
  time {
    font-size: 0.9em;
  }
  /* A pair of its own, so that a match can be read whatever colours the page gives. */
  mark {
    background: light-dark(#ffefb0, #594a00);
    color: light-dark(#1b1c1f, #fff);
  }
  [part='text'] {
    white-space: pre-line;
  }
  p + p {
    margin-block-start: 0.75em;
  }
  button {
    display: block;
    margin-block-start: 0.5em;
  }
  [part='note'] button {
    color: var(--_text);
  }
  button:hover {
    background: var(--_background);
  }
  article button:last-child {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }
`;
