import { css } from 'lit';

/** Of the list, which comes with the first file. */
export const styles = css`
  li {
    align-items: center;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    margin-block-start: 0.5rem;
    padding: 0.5rem;
  }
  [part~='long'] {
    align-content: start;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 0.5rem;
    max-block-size: min(28rem, 70vh);
    overflow-anchor: none;
    overflow-y: auto;
  }
  [part~='long'] li {
    border-radius: 0;
    border-width: 0 0 1px;
    margin: 0;
  }
  bdi {
    font-weight: 600;
  }
  li > div {
    flex: 1;
    min-inline-size: 0;
  }
  li [part~='button'] {
    min-inline-size: 2.75rem;
    padding-inline: 0.75em;
  }
  [part~='kept'] [part='status'],
  [part~='stalled'] [part='status'],
  [part~='failed'] [part='status'],
  [part~='rejected'] [part='status'] {
    color: var(--_error);
  }
  [part~='uploaded'] [part='status'] {
    color: var(--_success);
  }
  canvas {
    block-size: 44px;
    border-radius: var(--_radius);
    inline-size: 44px;
    object-fit: cover;
  }
  progress {
    accent-color: var(--_accent);
    block-size: 0.375rem;
    inline-size: 100%;
  }
`;
