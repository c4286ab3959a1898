/** An element on its way to a state. */
export interface State {
  readonly name: string;
  readonly element: HTMLElement;
  /** Brings the element there, as a person or a page would. */
  readonly bring?: () => unknown;
}

/** Shows elements in their states, each under its name. */
export async function show(gallery: Element | null, states: readonly State[]): Promise<void> {
  await Promise.all(
    states.map(async ({ name, element, bring }) => {
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      caption.textContent = name;
      // Elements that tell how something went take the focus. Here nobody has asked them anything.
      element.inert = true;
      figure.append(caption, element);
      gallery?.append(figure);
      await bring?.();
      element.inert = false;
    }),
  );
}

/** What has no end. */
export const never = new Promise<never>(() => undefined);
