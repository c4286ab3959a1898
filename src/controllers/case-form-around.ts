/** The `<case-form>` that an element is in, through any shadow roots between them. */
export function caseFormAround(element: Element): HTMLElement | undefined {
  const form = element.closest<HTMLElement>('case-form');
  if (form) return form;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? caseFormAround(root.host) : undefined;
}
