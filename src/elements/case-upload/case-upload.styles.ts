import { css } from 'lit';

export const styles = css`
  :host {
    --_accent: var(--case-accent, light-dark(#0b57d0, #a8c7fa));
    --_accent-text: var(--case-accent-text, light-dark(#fff, #062e6f));
    --_text: var(--case-text, light-dark(#1f1f1f, #e3e3e3));
    --_muted: var(--case-muted, light-dark(#565a5f, #b4b8bd));
    --_background: var(--case-background, light-dark(#fff, #17181a));
    --_surface: var(--case-surface, light-dark(#f5f7fa, #202226));
    --_border: var(--case-border, light-dark(#7d828a, #8b9098));
    --_error: var(--case-error, light-dark(#b3261e, #f5b0aa));
    --_success: var(--case-success, light-dark(#146c2e, #7fd694));
    --_radius: var(--case-radius, 0.5rem);
    --_gap: var(--case-gap, 1rem);
    --_focus: var(--case-focus, var(--_accent));
    display: block;
    color: var(--_text);
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  :host,
  [part='base'] {
    min-inline-size: 0;
  }
  [part='label'] {
    display: block;
    margin-block-end: calc(var(--_gap) / 2);
    font-weight: 600;
  }
  [part~='area'] {
    padding: var(--_gap);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_gap) / 2) var(--_gap);
  }
  [part~='dropping'] {
    border: 2px solid var(--_accent);
    padding: calc(var(--_gap) - 1px);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  .choice {
    position: relative;
  }
  /* The control itself lies invisibly on its label, where the browser's own notes belong. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  [part='button'] {
    display: inline-block;
    padding: 0.6em 1.1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
  }
  [part='button']:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  :focus-visible,
  input:focus-visible + [part='button'] {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  :disabled,
  input:disabled + [part='button'] {
    opacity: 0.6;
    cursor: not-allowed;
  }
  p {
    margin: 0;
  }
  [part='limits'] {
    flex-basis: 100%;
  }
  #drop,
  [part='limits'],
  [part='status'] {
    color: var(--_muted);
    font-size: 0.875em;
  }
  ul {
    list-style-type: ''; /* Unlike "none", it leaves a list in Safari. */
    margin: calc(var(--_gap) / 2) 0 0;
    padding: 0;
    display: grid;
    gap: calc(var(--_gap) / 2);
  }
  li {
    overflow-wrap: anywhere;
  }
  [part='rejection'] {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_error);
    color: var(--_error);
  }
  [part='rejection'] bdi {
    font-weight: 600;
  }
  [part~='file'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    column-gap: 0.75em;
    padding: 0.5em;
    border: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    border-radius: var(--_radius);
    background: var(--_background);
  }
  [part='thumbnail'] {
    grid-row: span 2;
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    overflow: hidden;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.75rem;
    text-transform: uppercase;
  }
  canvas {
    inline-size: 100%;
    block-size: 100%;
  }
  [part='name'],
  [part='status'] {
    grid-column: 2;
  }
  [part='name'] {
    font-weight: 500;
  }
  [part~='uploaded'] [part='status'] {
    color: var(--_success);
  }
  [part~='failed'] [part='status'] {
    color: var(--_error);
  }
  [part~='action'] {
    grid-row: 1 / span 2;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    flex: none;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 1.25rem;
    cursor: pointer;
  }
  [part~='action']:hover {
    background: color-mix(in srgb, currentcolor 10%, transparent);
  }
  [part~='retry'] {
    grid-column: 3;
  }
  [part~='remove'] {
    grid-column: 4;
  }
  progress {
    grid-column: 2 / -1;
    inline-size: 100%;
    block-size: 0.375rem;
    accent-color: var(--_accent);
  }
  .offscreen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
