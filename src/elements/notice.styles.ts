import { css } from 'lit';

/** What stands above the fields of a form and has something to say now and then. */
export const notice = css`
  :host {
    margin-block-end: var(--_gap);
  }
  /* In a form it is one row among others. */
  :host([slot]) {
    margin: 0;
  }
  /* Takes no place, and no gap in a grid, while there is nothing to say. */
  :host(:not(:state(shown))) {
    margin: 0;
    position: absolute;
  }
  section {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_accent);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.75em;
    padding: 0.75em 1em;
  }
  [part='heading'] {
    font-size: 1em;
  }
  ul {
    display: grid;
    gap: 0.75em;
    list-style-type: ''; /* Unlike "none", it leaves a list in Safari. */
  }
  [part='state'] {
    color: var(--_muted);
  }
  [part='error'] {
    color: var(--_error);
    font-weight: 600;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }
  [part~='button']:hover {
    background: var(--_background);
  }
  [part~='primary'],
  [part~='primary']:hover {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
`;
