import { css } from 'lit';

export const styles = css`
  ul {
    gap: 1em;
  }
  [part='case'] {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  [part='link'] {
    font-weight: 600;
  }
  [part='hint'],
  dt {
    color: var(--_muted);
  }
  [part='number'] {
    font-size: 1.75em;
    font-weight: 700;
  }
  [part~='button'][aria-disabled] {
    cursor: progress;
    opacity: 0.75;
  }
`;
