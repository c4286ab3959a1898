import { css } from 'lit';

export const draftStyles = css`
  [part='draft'] {
    display: grid;
    font-size: 0.9em;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: var(--_gap);
  }
  [part='draft-status'] {
    align-items: center;
    color: var(--_muted);
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    min-block-size: 2.75rem;
  }
  [part='draft-status'] label {
    align-items: center;
    display: flex;
    gap: 0.5em;
    min-block-size: 2.75rem;
  }
  [part='draft-status'] input {
    accent-color: var(--_accent);
    block-size: 1.25em;
    inline-size: 1.25em;
    margin: 0;
  }
  [part~='draft-note'] {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_accent);
    border-radius: var(--_radius);
    padding: 0.75em;
  }
  [part~='draft-warning'] {
    border-color: var(--_error);
  }
  [part='draft-leftover'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    margin-block: 0.3rem;
    padding: 0.5em 0.75em;
  }
  /* Said, not shown: what is shown stands beside it. */
  [part='draft-said'] {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
  }
`;
