import { css } from 'lit';

export const styles = css`
  form,
  fieldset {
    border: 0;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
  }
  fieldset fieldset {
    display: block;
  }
  [part='label'] {
    font-weight: 600;
    padding: 0;
  }
  [part='optional'],
  [part='help'],
  [part='counter'] {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  [part='error'] {
    color: var(--_error);
    font-weight: 600;
  }
  [part='input'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    margin-block: 0.3rem;
    min-block-size: 2.75rem;
    padding: 0.5em 0.75em;
  }
  textarea {
    resize: vertical;
  }
  ::placeholder {
    color: var(--_muted);
  }
  [part='input'][aria-invalid] {
    border: 2px solid var(--_error);
  }
  [part='option'] {
    display: grid;
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
  [part='summary'],
  [part='failure'] {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_error);
    border-radius: var(--_radius);
    padding: var(--_gap);
  }
  [part='summary'] a {
    color: var(--_error);
  }
  li {
    margin-inline-start: 1.25em;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  [part~='primary'],
  [part~='primary']:hover {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
  [part~='button'][aria-disabled] {
    cursor: progress;
    opacity: 0.75;
  }
`;
