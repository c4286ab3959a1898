import { css } from 'lit';

export const styles = css`
  [part='option'] {
    align-items: start;
    display: grid;
    font-weight: 600;
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
  [part='preview'] {
    display: grid;
    gap: 0.3rem;
    margin-block: 0.3rem 0.5rem;
  }
  [part='input'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    inline-size: 100%;
    padding: 0.5em 0.75em;
    resize: vertical;
  }
  [part='hint'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part='error'] {
    color: var(--_error);
  }
`;
