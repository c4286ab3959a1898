/** Whatever of these a control has. */
type Control = HTMLInputElement & Partial<Pick<HTMLSelectElement, 'options'>>;

/** The names of what a person has changed in a form since a server rendered it. */
export function changedNames({ elements }: HTMLFormElement): Set<string> {
  const changed = Array.from(elements as Iterable<Control>).filter(isChanged);
  return new Set(changed.map(({ name }) => name));
}

/** What is as it was served says nothing: the page may know a better answer. */
function isChanged(control: Control): boolean {
  const { name, type, value, options } = control;
  if (!name) return false;
  if (/^(checkbox|radio)$/.test(type)) return control.checked !== control.defaultChecked;
  if (!options) return value !== control.defaultValue;
  const served = Array.from(options).find(({ defaultSelected }) => defaultSelected) ?? options[0];
  return value !== served?.value;
}
