import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    --_accent: var(--case-accent, light-dark(#0b57d0, #a8c7fa));
    --_accent-text: var(--case-accent-text, light-dark(#fff, #062e6f));
    --_text: var(--case-text, light-dark(#1b1c1f, #e8e9ed));
    --_muted: var(--case-muted, light-dark(#53565e, #b4b8c2));
    --_background: var(--case-background, light-dark(#fff, #17181b));
    --_surface: var(--case-surface, light-dark(#f4f5f8, #24262b));
    --_border: var(--case-border, light-dark(#7d818c, #80848f));
    --_error: var(--case-error, light-dark(#b3161b, #ffb3ae));
    --_success: var(--case-success, light-dark(#146c2e, #7fd694));
    --_radius: var(--case-radius, 0.5rem);
    --_gap: var(--case-gap, 1.25rem);
    --_focus: var(--case-focus, var(--_accent));
    color: var(--_text);
    font: inherit;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  li,
  [part~='area'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    margin-block-start: 0.5rem;
  }
  [part='label'],
  label,
  bdi {
    font-weight: 600;
  }
  [part~='area'],
  [part~='file'] {
    gap: 0.25rem 0.75rem;
    padding: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
  }
  [part~='area'] {
    justify-content: start;
    padding: var(--_gap);
    border-style: dashed;
    background: var(--_surface);
  }
  [part~='dropping'] {
    outline: 2px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  .choice {
    position: relative;
    overflow-wrap: break-word;
  }
  /* The control lies invisibly on its label, where the browser's own notes belong. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    pointer-events: none;
  }
  label {
    display: block;
    padding: 0.6em 1.1em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_accent-text);
    cursor: pointer;
  }
  :focus-visible,
  input:focus-visible + label {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  :disabled,
  :disabled + * {
    opacity: 0.6;
    cursor: not-allowed;
  }
  [part='hint'],
  [part='status'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  #limits {
    flex-basis: 100%;
  }
  .details {
    flex: 1 1 9em;
  }
  [part~='failed'] [part='status'],
  [part~='rejected'] [part='status'] {
    color: var(--_error);
  }
  [part~='uploaded'] [part='status'] {
    color: var(--_success);
  }
  [part='thumbnail'],
  canvas,
  button {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 1.25em;
    cursor: pointer;
  }
  [part='thumbnail'] {
    margin-inline-end: auto;
    background: var(--_surface);
    font-size: 12px;
    line-height: 44px;
    text-align: center;
    text-transform: uppercase;
    cursor: auto;
  }
  button:hover {
    background: var(--_surface);
  }
  label:hover {
    opacity: 0.9;
  }
  progress {
    inline-size: 100%;
    block-size: 0.375rem;
    accent-color: var(--_accent);
  }
  [role='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
