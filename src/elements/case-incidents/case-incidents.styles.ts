import { css } from 'lit';

export const styles = css`
  section:not(:has([part~='relevant'])) {
    border-color: var(--_border);
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
`;
