/** An element on its way to a state. */
export interface State {
  readonly name: string;
  readonly element: HTMLElement;
  /** Brings the element there, as a person or a page would. */
  readonly bring?: () => unknown;
}

/**
 * Shows elements in their states, each under its name. Elements that tell how something went take
 * the focus, some a moment later; here nobody has asked them anything, so they are inert till
 * {@link rouse}.
 */
export async function show(gallery: Element | null, states: readonly State[]): Promise<void> {
  await Promise.all(
    states.map(async ({ name, element, bring }) => {
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      caption.textContent = name;
      element.inert = true;
      figure.append(caption, element);
      gallery?.append(figure);
      await bring?.();
    }),
  );
}

/** Lets people into what is shown, when the last element has drawn how it went. */
export async function rouse(galleries: ParentNode): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  for (const element of galleries.querySelectorAll<HTMLElement>('figure > [inert]')) {
    element.inert = false;
  }
}

/** What has no end. */
export const never = new Promise<never>(() => undefined);
