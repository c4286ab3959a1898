/** What a person finds on the page. */
export interface Seen {
  /** Every text that shows. */
  readonly text: string;
  /** The names of the buttons that can be pressed. */
  readonly buttons: readonly string[];
}

const nameOf = (element: Element) =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

/** Reads the page as it is drawn, through shadow roots that are open. */
export function whatIsSeen(): Seen {
  const texts: string[] = [];
  const buttons: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) texts.push(node.data);
    if (!(node instanceof Element)) return;
    if (!node.checkVisibility() && !(node instanceof HTMLSlotElement)) return;
    const isDisabled = node.matches(':disabled') || node.ariaDisabled === 'true';
    if (node instanceof HTMLButtonElement && !isDisabled) buttons.push(nameOf(node));
    const children =
      node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    for (const child of children) visit(child);
  };
  visit(document.body);
  return { text: texts.join(' ').replace(/\s+/g, ' ').trim(), buttons };
}
