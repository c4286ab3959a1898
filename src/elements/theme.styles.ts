import { css } from 'lit';

/**
 * What all elements look like: the page's `--case-*` properties, read with a fallback, and the basics.
 *
 * Light or dark is what the page says with `color-scheme`.
 */
export const theme = css`
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
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-size: 1.15em;
    line-height: 1.3;
  }
  a {
    color: var(--_accent);
  }
  [part~='button'] {
    background: none;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    min-block-size: 2.75rem;
    padding: 0.4em 1.25em;
  }
  [part~='button']:hover {
    background: var(--_surface);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  /* Not seen, and yet there. */
  [role='status'],
  [type='file'] {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
  }
`;
