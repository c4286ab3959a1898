import { css } from 'lit';

/** Of everything with which a person changes a case; they come with it. */
export const writingStyles = css`
  [part='error'] {
    color: var(--_error);
    font-weight: 600;
  }
  textarea {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    margin-block-start: 0.3rem;
    min-block-size: 7rem;
    padding: 0.5em 0.75em;
    resize: vertical;
  }
  textarea[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  label {
    font-weight: 600;
  }
  summary {
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
    font-weight: 600;
    min-block-size: 2.75rem;
  }
  [part~='button'][aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  [part~='button'][aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  [part~='button'][aria-pressed='true']::before {
    content: '✓ ' / ''; /* Not by its colour alone. */
  }
  #reply-draft:empty {
    display: none;
  }
  #reply-draft [part='draft'] {
    margin: 0;
  }
  [part~='primary'],
  [part~='primary']:hover {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
`;
