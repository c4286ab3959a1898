import { css } from 'lit';

export const styles = css`
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
    border-inline-start: 0.25rem solid var(--_border);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.75em;
    padding: 0.75em 1em;
  }
  section:has([part~='relevant']) {
    border-color: var(--_accent);
  }
  [part='heading'] {
    font-size: 1em;
  }
  ul {
    display: grid;
    gap: 0.75em;
    list-style-type: ''; /* Unlike "none", it leaves a list in Safari. */
  }
  [part~='incident'],
  [part='notify'] {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  [part='title'] {
    font-size: 1em;
  }
  [part='state'],
  [part='components'] {
    color: var(--_muted);
  }
  [part='others'] ul {
    margin-block-start: 0.75em;
  }
  summary {
    cursor: pointer;
    min-block-size: 1.5rem;
  }
  [part='notify'] {
    inline-size: 100%;
  }
  [part='note'] {
    font-weight: 600;
  }
  [part='error'] {
    color: var(--_error);
    font-weight: 600;
  }
  [part='input'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    font: inherit;
    inline-size: 100%;
    max-inline-size: 24rem;
    min-block-size: 2.75rem;
    padding: 0.4em 0.75em;
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
