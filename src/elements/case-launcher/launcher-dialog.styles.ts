import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    inline-size: min(70rem, 100vi - 4rem);
    margin: auto;
    max-block-size: calc(100dvb - 4rem);
    max-inline-size: none;
    overflow: hidden;
    padding: 0;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  #frame {
    container-type: inline-size;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    max-block-size: inherit;
  }
  [part='header'] {
    align-items: center;
    border-block-end: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    display: flex;
    gap: var(--_gap);
    justify-content: space-between;
    padding: 0.75rem var(--_gap);
  }
  [part='title']:focus-visible {
    outline-offset: 4px;
  }
  [part~='close'] {
    background: none;
    border-color: var(--_border);
    color: inherit;
    flex: none;
  }
  [part='content'] {
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--_gap);
  }
  #columns {
    align-items: start;
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 52rem) {
    #columns:has(case-solutions) {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    case-solutions {
      inset-block-start: 0;
      position: sticky;
    }
  }
  /* There is no room for a page behind it. */
  @media (width <= 40rem) {
    dialog {
      block-size: 100dvb;
      border: 0;
      border-radius: 0;
      inline-size: 100vi;
      max-block-size: none;
    }
    #frame {
      block-size: 100%;
    }
  }
`;
