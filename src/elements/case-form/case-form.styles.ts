import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color-scheme: light dark;
    --_accent: var(--case-accent, light-dark(#0b57d0, #a8c7fa));
    --_accent-text: var(--case-accent-text, light-dark(#fff, #062e6f));
    --_text: var(--case-text, light-dark(#1b1c1f, #e8e9ed));
    --_muted: var(--case-muted, light-dark(#53565e, #b4b8c2));
    --_background: var(--case-background, light-dark(#fff, #17181b));
    --_surface: var(--case-surface, light-dark(#f4f5f8, #24262b));
    --_border: var(--case-border, light-dark(#7d818c, #80848f));
    --_error: var(--case-error, light-dark(#b3161b, #ffb3ae));
    --_radius: var(--case-radius, 0.5rem);
    --_gap: var(--case-gap, 1.25rem);
    --_focus: var(--case-focus, var(--_accent));
    color: var(--_text);
    font: inherit;
    line-height: 1.5;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  form,
  section,
  [part='fields'] {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  p,
  h2,
  ul,
  dl,
  dd {
    margin: 0;
  }
  h2 {
    font-size: 1.15em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--_accent);
  }
  [part='field'] {
    overflow-wrap: anywhere;
  }
  [part='label'] {
    display: block;
    font-weight: 600;
    padding: 0;
  }
  [part='optional'],
  [part='help'],
  [part='counter'] {
    color: var(--_muted);
    font-weight: 400;
  }
  [part='help'],
  [part='counter'],
  [part='error'],
  [part='optional'] {
    font-size: 0.9em;
  }
  [part='error'] {
    color: var(--_error);
    font-weight: 600;
    margin-block-start: 0.25rem;
  }
  [part='input'] {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    margin-block-start: 0.375rem;
    min-block-size: 2.75rem;
    padding: 0.5em 0.75em;
  }
  textarea {
    field-sizing: content;
    max-block-size: 40em;
    resize: vertical;
  }
  textarea[rows='8'] {
    min-block-size: 13.5em;
  }
  select {
    text-overflow: ellipsis;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  [part='option'] {
    align-items: start;
    display: grid;
    gap: 0.625em;
    grid-template-columns: auto 1fr;
    padding-block: 0.25em;
  }
  [part='option'] input {
    accent-color: var(--_accent);
    block-size: 1.25em;
    inline-size: 1.25em;
    margin: 0.125em 0 0;
  }
  [part='group-label'] {
    color: var(--_muted);
    margin-block-start: 0.5em;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [part='summary'],
  [part='failure'],
  [part='receipt'] {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_error);
    border-radius: var(--_radius);
    padding: 1em 1.25em;
  }
  [part='summary'] a {
    color: var(--_error);
  }
  [part='summary'] ul {
    padding-inline-start: 1.25em;
  }
  [part='receipt'] {
    border-color: var(--_accent);
  }
  [part='receipt'] dt {
    color: var(--_muted);
  }
  [part='number'] {
    font-size: 1.75em;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.2;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  [part~='button'] {
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    justify-self: start;
    min-block-size: 2.75rem;
    padding: 0.4em 1.25em;
  }
  [part~='button']:hover {
    background: var(--_surface);
  }
  [part~='primary'],
  [part~='primary']:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }
  [part~='primary']:hover {
    filter: brightness(1.08);
  }
  [part~='danger'] {
    border-color: var(--_error);
    color: var(--_error);
  }
  [part~='button'][aria-disabled] {
    cursor: progress;
    opacity: 0.75;
  }
  [part='progress'] {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  dialog {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    inline-size: min(26rem, 100% - 2rem);
    padding: 1.5em;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  @media (forced-colors: active) {
    [part~='primary'] {
      border-width: 2px;
    }
    [part='input'][aria-invalid='true'] {
      outline: 2px dashed;
    }
  }
`;
