/** Whether an address leads to a page, and to nothing that runs. */
export function isWebLink(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value, 'https://relative.invalid').protocol);
  } catch {
    return false;
  }
}
