/** The files of a paste; none when it carries text for the field it goes to. */
export function pastedFiles(event: ClipboardEvent): File[] {
  const { clipboardData } = event;
  if (!clipboardData) return [];
  const [field] = event.composedPath();
  const isEditor = field instanceof HTMLElement && field.isContentEditable;
  const isField = isEditor || (field instanceof Element && field.matches('input, textarea'));
  const text = clipboardData.getData('text') || (isEditor && clipboardData.getData('text/html'));
  return isField && text ? [] : [...clipboardData.files];
}
