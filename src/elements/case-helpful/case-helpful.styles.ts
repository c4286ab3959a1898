import { css } from 'lit';

export const styles = css`
  section,
  form {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }
  section {
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    padding-block-start: var(--_gap);
  }
  [part='answers'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }
  [part='count'],
  [part='note'] {
    color: var(--_muted);
  }
  /* Announced, and seen as well. */
  [part='note'] {
    block-size: auto;
    clip-path: none;
    inline-size: auto;
    position: static;
  }
  [aria-pressed='true'],
  [aria-pressed='true']:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }
  [aria-pressed='true']::before {
    content: '✓ ' / ''; /* Not by its colour alone. */
  }
  form {
    justify-items: stretch;
    max-inline-size: 32rem;
    inline-size: 100%;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  [part='option'] {
    display: grid;
    gap: 0.6em;
    grid-template-columns: auto 1fr;
    padding-block: 0.25em;
  }
  [part='option'] input {
    accent-color: var(--_accent);
    block-size: 1.25em;
    inline-size: 1.25em;
    margin: 0.125em 0;
  }
  [part='input'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    padding: 0.5em 0.75em;
  }
  [part~='send'] {
    justify-self: start;
  }
  [part='request'] [part='button'] {
    background: none;
    border: 0;
    color: var(--_accent);
    font-weight: inherit;
    min-block-size: 0;
    padding: 0;
    text-decoration: underline;
  }
  li {
    margin-inline-start: 1.25em;
  }
`;
