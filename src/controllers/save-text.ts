/** Milliseconds that a browser has to take what it is given. */
const TAKEN = 10_000;

/** Gives somebody a text as a file of their own. It comes from the page itself: nothing is asked of a server. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
