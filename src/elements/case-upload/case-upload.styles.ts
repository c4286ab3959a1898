import { css } from 'lit';

export const styles = css`
  [part~='area'] {
    align-items: center;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    margin-block-start: 0.5rem;
    background: var(--_surface);
    border-style: dashed;
    padding: var(--_gap);
  }
  [part~='dropping'] {
    outline: 2px solid var(--_accent);
  }
  [part='label'] {
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
`;
