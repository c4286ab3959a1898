/** Whatever of these a control has. */
type Control = HTMLInputElement & Partial<Pick<HTMLSelectElement, 'options'>>;

/** A form that a server has rendered: it stays in use until there is something to take its place. */
export class ServedForm {
  readonly #root: ShadowRoot;
  readonly #nodes: readonly ChildNode[];

  constructor(root: ShadowRoot, nodes: readonly ChildNode[]) {
    this.#root = root;
    this.#nodes = nodes;
  }

  /** What a person has written before the scripts arrived, by the names of the fields. */
  written(): [name: string, value: unknown][] {
    const form = this.#root.querySelector('form');
    if (!form) return [];
    const typed = new FormData(form);
    return Array.from(changedNames(form), (name) => {
      const [value = '', ...more] = typed.getAll(name);
      return [name, more.length ? [value, ...more] : value];
    });
  }

  /** Leaves the page, and tells which control had the focus. */
  remove(): string | undefined {
    const id = this.#root.activeElement?.id;
    for (const node of this.#nodes) node.remove();
    return id;
  }
}

/** The names of what a person has changed in a form since a server rendered it. */
function changedNames({ elements }: HTMLFormElement): Set<string> {
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
