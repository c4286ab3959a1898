import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    --_accent: var(--case-accent, light-dark(#0b57d0, #a8c7fa));
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
    margin-block-end: 0.5em;
  }
  ul {
    list-style-type: ''; /* Unlike "none", it leaves a list in Safari. */
  }
  li + li {
    border-block-start: var(--_line);
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
  }
  a {
    color: var(--_accent);
    font-weight: 600;
  }
  .away::after {
    content: ' \\2197' / '';
  }
  [part='excerpt'],
  [part='note'],
  time {
    color: var(--_muted);
    display: block;
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
    margin-block: var(--_gap);
    white-space: pre-line;
  }
  p + p {
    margin-block-start: 0.75em;
  }
  button {
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    cursor: pointer;
    display: block;
    font: inherit;
    font-weight: 600;
    margin-block: 0.75em;
    padding: 0.4em 1.25em;
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
