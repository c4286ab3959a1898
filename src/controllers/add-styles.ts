import type { CSSResult } from 'lit';

/** Adds styles that come later than their element. */
export function addStyles(root: ShadowRoot, { styleSheet }: CSSResult): void {
  if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
