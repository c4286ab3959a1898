/**
 * A text without what ends an isolate that did not begin in it: it would end the one around the text, and
 * what follows could turn the rest of the line. Something as long and without a width takes its place.
 */
export function closedIsolates(text: string): string {
  let depth = 0;
  return text.replace(/[\u2066-\u2069]/g, (control) => {
    if (control !== '\u2069') depth++;
    else if (depth > 0) depth--;
    else return '\u200b';
    return control;
  });
}
