import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Markdown file: what its head says, and what follows it. */
export interface MarkdownFile {
  readonly name: string;
  readonly head: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The Markdown files of a folder, in the order of their names. */
export function markdownFiles(folder: string): MarkdownFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => parse(pageName(file), readFileSync(join(folder, file), 'utf8')));
}

/** The name of a file without its extension, and without the number that gives it its place. */
export function pageName(file: string): string {
  return file.replace(/^\d+-|\.md$/g, '');
}

const FRONT_MATTER = /^---\r?\n(.*?)\r?\n---\r?\n/s;

function parse(name: string, text: string): MarkdownFile {
  const lines = FRONT_MATTER.exec(text)?.[1]?.split(/\r?\n/) ?? [];
  const entries = lines.flatMap((line) => {
    const [, key, value] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
    return key && value ? [[key, value.replace(/^(["'])(.*)\1$/, '$2')] as const] : [];
  });
  return { name, head: Object.fromEntries(entries), body: text.replace(FRONT_MATTER, '') };
}
