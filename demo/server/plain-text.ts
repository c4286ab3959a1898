import { marked, type Token, type Tokens } from 'marked';

/** What a reader sees of light Markdown: no marks, blank lines between blocks, one line for an item. */
export function plainText(markdown: string): string {
  return marked.lexer(markdown).map(block).filter(Boolean).join('\n\n');
}

/** The paragraphs of that text which are headings, in their order. */
export function headingsOf(markdown: string): string[] {
  const headings = marked.lexer(markdown).filter(({ type }) => type === 'heading');
  return headings.map(block).filter(Boolean);
}

function block(token: Token): string {
  switch (token.type) {
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'code':
      return (token as Tokens.Code).text;
    case 'blockquote':
      return (token.tokens ?? []).map(block).filter(Boolean).join('\n\n');
    case 'space':
    case 'html':
    case 'hr':
      return '';
    default:
      return inline(token).replaceAll(/\s*\n\s*/g, ' ');
  }
}

function list({ items, ordered, start }: Tokens.List): string {
  return items
    .map((item, index) => {
      const mark = ordered ? `${Number(start) + index}.` : '•';
      return `${mark} ${item.tokens.map(block).filter(Boolean).join('\n')}`;
    })
    .join('\n');
}

function table({ header, rows }: Tokens.Table): string {
  const line = (cells: Tokens.TableCell[]) => cells.map(({ tokens }) => all(tokens)).join(' · ');
  return [header, ...rows].map(line).join('\n');
}

function all(tokens: Token[]): string {
  return tokens.map(inline).join('');
}

function inline(token: Token): string {
  if (token.type === 'br') return ' ';
  if ('tokens' in token) return all(token.tokens ?? []);
  return 'text' in token ? (token as Tokens.Text).text : '';
}
