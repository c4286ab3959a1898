import type { Page } from 'playwright-core';

/** More than there are controls on any page that a journey visits. */
const PRESSES = 120;

/**
 * Presses Tab until the focus is on something of this name, as a person without a mouse does. Every press
 * has to move the focus on: where it does not, somebody is trapped.
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < PRESSES; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const control = active as HTMLInputElement | null;
      const label = [...(control?.labels ?? [])].map(({ textContent }) => textContent).join(' ');
      const own = control?.type === 'radio' ? '' : (control?.textContent ?? '');
      return (control?.getAttribute('aria-label') ?? (label || own)).replace(/\s+/g, ' ').trim();
    });
    if (name.test(found)) return;
    passed.push(found.slice(0, 30));
  }
  throw new Error(`No Tab leads to ${String(name)}, but to: ${passed.slice(-20).join(' | ')}.`);
}
