import { css } from 'lit';

/** What the button needs; the dialog brings the rest. */
export const styles = css`
  :host {
    display: inline-block;
  }
  :host([hidden]),
  [part='failure']:empty {
    display: none;
  }
  p {
    margin: 0;
  }
  [part='button'] {
    background: var(--case-accent, light-dark(#0b57d0, #a8c7fa));
    border: 1px solid transparent;
    border-radius: var(--case-radius, 0.5rem);
    color: var(--case-accent-text, light-dark(#fff, #062e6f));
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    min-block-size: 2.75rem;
    padding: 0.4em 1.25em;
  }
  [part='button']:hover {
    filter: brightness(1.1);
  }
  :focus-visible {
    outline: 2px solid var(--case-focus, var(--case-accent, light-dark(#0b57d0, #a8c7fa)));
    outline-offset: 2px;
  }
  [part='failure'] {
    margin-block-start: 0.5rem;
    color: var(--case-error, light-dark(#b3161b, #ffb3ae));
  }
`;
