import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/**
 * The one element with this role and name that assistive technology finds below `root`, open shadow
 * roots included; nothing if there is none.
 */
export function byRole(root: Node, role: string, name?: string | RegExp): HTMLElement | undefined {
  const wanted = name === undefined ? role : `${role} "${String(name)}"`;
  return onlyOne(allByRole(root, role, name), wanted);
}

/** All of them, in the order in which they are read. */
export function allByRole(root: Node, role: string, name?: string | RegExp): HTMLElement[] {
  const elements = [...exposed(root)].filter((element) => roleOf(element) === role);
  return name === undefined ? elements : elements.filter((element) => isCalled(element, name));
}

/** The one form control with this label, also when its kind (a date, a file) has no role. */
export function byLabel(root: Node, label: string | RegExp): HTMLElement | undefined {
  const controls = [...exposed(root)].filter((element) => element.matches(controlled));
  return onlyOne(
    controls.filter((element) => isCalled(element, label)),
    `control labelled "${String(label)}"`,
  );
}

const controlled = 'input, select, textarea, button';

function onlyOne(found: readonly HTMLElement[], wanted: string): HTMLElement | undefined {
  if (found.length <= 1) return found[0];
  throw new Error(`There are ${found.length}, not one: ${wanted}.`);
}

/** Everything below a node that is rendered and not hidden from assistive technology. */
function* exposed(node: Node): Generator<HTMLElement> {
  if (node instanceof HTMLElement) {
    if (isCutOff(node)) return;
    if (isVisible(node)) yield node;
  }
  for (const child of flatChildren(node)) yield* exposed(child);
}

/** The children in the flat tree, where slots hold what is assigned to them. */
function flatChildren(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return (node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes;
}

/** Whether nobody can reach an element, nor anything in it. */
function isCutOff(element: HTMLElement): boolean {
  const hidden = element.inert || element.ariaHidden === 'true';
  return hidden || getComputedStyle(element).display === 'none';
}

/** Whether an element itself shows; what is in a hidden one may still do so. */
function isVisible(element: HTMLElement): boolean {
  // An element without a box of its own, such as a slot, counts as invisible.
  if (getComputedStyle(element).display === 'contents') return true;
  return element.checkVisibility({ visibilityProperty: true });
}

/** The role, as HTML gives it: a form or a section is a landmark only when it has a name. */
function roleOf(element: HTMLElement): string | null {
  const role = getRole(element);
  const needsName = element.matches('form, section') && !element.hasAttribute('role');
  return needsName && nameOf(element) === '' ? null : role;
}

function nameOf(element: HTMLElement): string {
  return computeAccessibleName(element).replace(/\s+/g, ' ').trim();
}

function isCalled(element: HTMLElement, wanted: string | RegExp): boolean {
  const name = nameOf(element);
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
