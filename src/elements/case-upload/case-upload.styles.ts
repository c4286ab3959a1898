import { css } from 'lit';

export const styles = css`
  li,
  [part~='area'] {
    align-items: center;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    margin-block-start: 0.5rem;
    padding: 0.5rem;
  }
  [part~='area'] {
    background: var(--_surface);
    border-style: dashed;
    padding: var(--_gap);
  }
  [part~='dropping'] {
    outline: 2px solid var(--_accent);
  }
  [part='label'],
  bdi {
    font-weight: 600;
  }
  label {
    align-content: center;
  }
  input:focus-visible + label {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  :disabled,
  :disabled + label {
    cursor: not-allowed;
    opacity: 0.6;
  }
  [part='hint'],
  [part='status'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  li > div {
    flex: 1;
    min-inline-size: 0;
  }
  [part~='kept'] [part='status'],
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
