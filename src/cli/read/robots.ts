/** Whether what a page says to robots keeps it out of an index, of whichever robot it speaks. */
export function isNoindex(directives: string): boolean {
  // Not anywhere in the text: `max-image-preview: none` is about pictures.
  return directives.split(',').some((one) => /^\s*(?:none|(?:[\w-]+:\s*)?noindex)\s*$/i.test(one));
}
