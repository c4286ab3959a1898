/** Text that is HTML already. Only `markup` makes it, so nothing else is written to a page unescaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: HTML goes in as it is, text is escaped, `false` and nothing leave a gap. */
export type Content = Html | string | number | false | undefined | readonly Content[];

/** HTML with what it is given as text. Attributes are written in double quotes. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(written)));
}

function written(value: Content): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (mark) => ESCAPES[mark] ?? '');
  if (typeof value === 'number') return String(value);
  return value ? value.map(written).join('') : '';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
