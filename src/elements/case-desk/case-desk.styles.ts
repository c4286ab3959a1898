import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  [part='desk'] {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
  [part='navigation'] {
    border-block-end: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap);
  }
  [part='navigation'] a {
    align-content: center;
    border-block-end: 0.2rem solid transparent;
    color: inherit;
    font-weight: 600;
    min-block-size: 2.75rem;
    text-decoration: none;
  }
  [part='navigation'] a:hover {
    text-decoration: underline;
  }
  [part='navigation'] [aria-current] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  [part='notice'],
  [part='note'] {
    background: var(--_surface);
    border-inline-start: 0.25rem solid var(--_success);
    border-radius: var(--_radius);
    padding: 0.75em 1em;
  }
  @media (forced-colors: active) {
    [part='navigation'] a:not([aria-current]) {
      border-color: Canvas; /* What is transparent is seen there. */
    }
  }
  section:focus {
    outline: none;
  }
  [part='note'] {
    border-color: var(--_error);
  }
  [part='note'] [part='button'] {
    margin-block-start: 0.5em;
  }
  [part='new'] {
    display: grid;
    gap: calc(2 * var(--_gap));
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 56rem) {
    [part='new'] {
      align-items: start;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
