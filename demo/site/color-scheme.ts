/** Lets the reader choose between light and dark; the choice lasts for all pages. */
export function offerColorSchemes(select: HTMLSelectElement): void {
  const { dataset } = document.documentElement;
  select.value = dataset['colorScheme'] ?? '';
  select.addEventListener('change', () => {
    const { value } = select;
    if (value) dataset['colorScheme'] = value;
    else delete dataset['colorScheme'];
    try {
      localStorage.setItem('color-scheme', value);
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
}
