import { css } from 'lit';

export const laterStyles = css`
  [part='receipt'] {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_accent);
    border-radius: var(--_radius);
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    padding: var(--_gap);
  }
  [part='receipt'] > [part~='button'] {
    justify-self: start;
  }
  dt {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part='number'] {
    font-size: 1.75em;
    font-weight: 700;
  }
  [part='expectation'] {
    color: var(--_muted);
  }
  dialog {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    max-inline-size: 26rem;
    padding: var(--_gap);
  }
  [part~='danger'] {
    color: var(--_error);
  }
`;
