import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    --_accent: var(--case-accent, light-dark(#0b57d0, #a8c7fa));
    --_accent-text: var(--case-accent-text, light-dark(#fff, #062e6f));
    --_text: var(--case-text, light-dark(#1b1c1f, #e8e9ed));
    --_muted: var(--case-muted, light-dark(#53565e, #b4b8c2));
    --_surface: var(--case-surface, light-dark(#f4f5f8, #24262b));
    --_border: var(--case-border, light-dark(#7d818c, #80848f));
    --_radius: var(--case-radius, 0.5rem);
    --_gap: var(--case-gap, 1.25rem);
    --_focus: var(--case-focus, var(--_accent));
    --_line: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    color: var(--_text);
    line-height: 1.5;
  }
  :host([hidden]) {
    display: none;
  }
  [part='panel'] {
    background: var(--_surface);
    border: var(--_line);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
    padding: var(--_gap);
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-size: 1.15em;
    line-height: 1.3;
  }
  h2 {
    margin-block-end: 0.75em;
  }
  ul {
    list-style-type: ''; /* Unlike "none", it leaves a list in Safari. */
  }
  article,
  li {
    display: grid;
    gap: 0.25em;
    grid-template-columns: minmax(0, 1fr);
  }
  article {
    gap: 0.75em;
  }
  li + li {
    border-block-start: var(--_line);
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
  }
  a {
    color: var(--_accent);
    font-weight: 600;
    justify-self: start;
    text-underline-offset: 0.15em;
  }
  .away::after {
    content: '\\2197' / '';
  }
  [part='excerpt'],
  [part='note'],
  time {
    color: var(--_muted);
  }
  time {
    font-size: 0.9em;
  }
  /* A pair of its own, so that a match can be read whatever colours the page gives. */
  mark {
    background: light-dark(#ffefb0, #594a00);
    color: light-dark(#1b1c1f, #fff);
  }
  [part='text'] {
    white-space: pre-line;
  }
  p + p {
    margin-block-start: 0.75em;
  }
  button {
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    cursor: pointer;
    display: block;
    font: inherit;
    font-weight: 600;
    justify-self: start;
    margin-block-start: 0.5em;
    padding: 0.4em 1.25em;
  }
  article button:last-child {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .offscreen {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
`;
