/** Code in Markdown, which stays as it is: fenced blocks, and spans within a line. */
const CODE =
  /(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[^\n]*?[^`\n]\3(?!`))/gm;

/** What the usual generators add to Markdown, and what is left of it. */
const ADDITIONS: readonly (readonly [pattern: RegExp, left: string])[] = [
  // Containers: `:::tip Title`, `:::note[Title]`, `!!! note "Title"`, `=== "Tab"`.
  [/^[ \t]*:{3,}[ \t]*[\w-]*[ \t]*(?:\{[^}\n]*\})?[ \t]*\[?([^\]\n]*)\]?[ \t]*$/gm, '\n$1\n'],
  [/^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[\w -]+?(?:[ \t]+"([^"\n]*)")?[ \t]*$/gm, '$1$2'],
  [/^([ \t]*)===!?\+?[ \t]+"([^"\n]*)"[ \t]*$/gm, '$1$2'],
  // Alerts: `> [!NOTE]`.
  [/^([ \t]*>[ \t]*)\[![A-Za-z]+\][+-]?/gm, '$1'],
  // Short codes and variables: `{{< tabs >}}`, `{% raw %}`, `{{ version }}`.
  [/\{\{[<%][\s\S]*?[%>]\}\}|\{%[\s\S]*?%\}|\{\{[^}\n]*\}\}/g, ''],
  // Attributes of headings and blocks: `{#id}`, `{: .note}`.
  [/[ \t]*\{[:#.][^}\n]*\}[ \t]*$/gm, ''],
];

/** Tags of components; one such as `<Title />` would otherwise become an element of HTML. */
const COMPONENT = /<\/?[A-Z]\w*[a-z][\w.]*(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g;
/** At the start of a block, up to the next blank line. */
const MODULE = /(^|\n[ \t]*\n)((?:import|export)\b(?:[^\n]*\n?)(?:[ \t]*\S[^\n]*\n?)*)/g;

/** Markdown without what only its generator understands; code stays as it is. */
export function plainMarkdown(source: string, { isMdx }: { readonly isMdx: boolean }): string {
  const text = source.replaceAll('\r\n', '\n');
  return splitCode(isMdx ? withoutModules(text) : text)
    .map(({ part, isCode }) => (isCode ? part : plainText(part, isMdx)))
    .join('');
}

function plainText(text: string, isMdx: boolean): string {
  const plain = ADDITIONS.reduce(
    (rest, [pattern, left]) => rest.replaceAll(pattern, left),
    isMdx ? withoutExpressions(text.replaceAll(COMMENT, '')) : text,
  );
  return plain.replaceAll(COMPONENT, '');
}

/** Imports and exports stand outside of code, but what they export may hold back quotes. */
function withoutModules(text: string): string {
  return splitCode(
    text,
    /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm,
  )
    .map(({ part, isCode }) => (isCode ? part : part.replaceAll(MODULE, '$1')))
    .join('');
}

/** Takes `{…}` out, however deep the braces are; what is one quoted text stays as the text. */
function withoutExpressions(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '{') {
      plain += text.charAt(at);
      continue;
    }
    const end = closing(text, at);
    const [, , words = ''] = /^\{\s*(["'`])([^"'`]*)\1\s*\}$/.exec(text.slice(at, end + 1)) ?? [];
    const isAttribute = plain.endsWith('=');
    plain += isAttribute ? '""' : words;
    at = end;
  }
  return plain;
}

/** Where the brace that opens at a place is closed; the end of the text if it never is. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

function splitCode(text: string, code = CODE): { part: string; isCode: boolean }[] {
  const parts: { part: string; isCode: boolean }[] = [];
  let end = 0;
  for (const { 0: part, index } of text.matchAll(code)) {
    parts.push({ part: text.slice(end, index), isCode: false }, { part, isCode: true });
    end = index + part.length;
  }
  return [...parts, { part: text.slice(end), isCode: false }];
}
