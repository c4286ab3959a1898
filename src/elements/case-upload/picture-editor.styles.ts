import { css } from 'lit';

export const styles = css`
  dialog {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    inline-size: min(60rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    max-inline-size: none;
    overflow: auto;
    padding: var(--_gap);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  fieldset,
  .foot {
    align-items: center;
    border: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin: 0;
    padding: 0.5rem 0;
  }
  legend {
    clip-path: inset(50%);
    position: absolute;
  }
  fieldset label {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 0.35rem;
    min-block-size: 2.75rem;
  }
  input[type='radio'] {
    accent-color: var(--_accent);
    block-size: 1.1em;
    inline-size: 1.1em;
    margin: 0;
  }
  .ground {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 0.5rem;
    text-align: center;
  }
  #picture {
    block-size: auto;
    border-radius: 0;
    cursor: crosshair;
    display: inline-block;
    inline-size: auto;
    max-block-size: 50vh;
    max-inline-size: 100%;
    touch-action: none;
    user-select: none;
    vertical-align: top;
  }
  textarea {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    padding: 0.4em 0.6em;
    resize: vertical;
  }
  dialog [part='hint'] {
    margin-block: 0.25rem 0.75rem;
  }
  [part~='primary'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_accent-text);
  }
  [part~='primary']:hover {
    background: color-mix(in srgb, var(--_accent), var(--_text) 15%);
  }
`;
