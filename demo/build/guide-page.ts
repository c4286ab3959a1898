import { Marked, type RendererObject, type Tokens } from 'marked';
import type { MarkdownFile } from '../server/markdown-file.js';
import { escapeHtml } from './source-text.js';

/** A page of the documentation: its article, and a form at its foot. */
export function guidePage(file: MarkdownFile, all: readonly MarkdownFile[]): string {
  const { name, head, body } = file;
  const title = titleOf(file);
  const known = new Set(all.map((other) => other.name));
  const markdown = new Marked({ async: false, renderer: rendererFor(name, known) });
  const article = markdown.parse(body) as string;
  return document(
    title,
    head['summary'] ?? '',
    `<div class="guide">
      <main id="content">
        <article class="prose">
          <p class="trail"><a href="/docs/">Documentation</a></p>
          <h1>${title}</h1>
          ${date(head['updated'])}
          ${article}
        </article>
        ${neighbours(file, all)}
        <section class="question" aria-labelledby="question">
          <h2 id="question">Is something missing here?</h2>
          <p>Ask. While you write, other pages that may answer it appear beside the form.</p>
          <div class="beside">
            <div class="sheet"><case-form id="guide-case" action="/docs-desk/cases"><!-- prerendered: guide ${JSON.stringify({ page: head['title'] ?? name })} --></case-form></div>
            <case-solutions for="guide-case"></case-solutions>
          </div>
        </section>
      </main>
      ${navigation(all, name)}
    </div>`,
  );
}

/** The page that leads to all others. */
export function guideIndex(all: readonly MarkdownFile[]): string {
  const items = all.map(
    (file) =>
      `<li><a href="${urlOf(file)}">${titleOf(file)}</a><p>${escapeHtml(file.head['summary'] ?? '')}</p></li>`,
  );
  return document(
    'Documentation',
    'How to put Case Elements on a page, and how they work.',
    `<main id="content" class="guide-index">
        <h1>Documentation</h1>
        <p class="lead">How to put Case Elements on a page, and how they work.</p>
        <search>
          <label for="guide-search">Search the documentation</label>
          <input id="guide-search" type="search" autocomplete="off" spellcheck="false" />
          <case-solutions limit="8" hidden></case-solutions>
        </search>
        <ul class="cards">${items.join('')}</ul>
      </main>`,
  );
}

function document(title: string, summary: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <title>${title} · Case Elements</title>
    <meta name="description" content="${escapeHtml(summary)}" />
    <link rel="stylesheet" href="/guide/guide.css" />
    <script type="module" src="/guide/guide.ts"></script>
  </head>
  <body>
    ${body}
  </body>
</html>`;
}

function navigation(all: readonly MarkdownFile[], current: string): string {
  const items = all.map((file) => {
    const here = file.name === current ? ' aria-current="page"' : '';
    return `<li><a href="${urlOf(file)}"${here}>${titleOf(file)}</a></li>`;
  });
  return `<nav class="guide-pages" aria-labelledby="guide-pages"><h2 id="guide-pages">All pages</h2><ul>${items.join('')}</ul></nav>`;
}

function neighbours(file: MarkdownFile, all: readonly MarkdownFile[]): string {
  const index = all.indexOf(file);
  const link = (other: MarkdownFile | undefined, rel: string, say: string) =>
    other ? `<a rel="${rel}" href="${urlOf(other)}"><span>${say}</span>${titleOf(other)}</a>` : '';
  const links = `${link(all[index - 1], 'prev', 'Before')}${link(all[index + 1], 'next', 'Next')}`;
  return `<nav class="neighbours" aria-label="Pages before and after">${links}</nav>`;
}

function date(updated: string | undefined): string {
  if (!updated) return '';
  const text = new Date(updated).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });
  return `<p class="updated">Updated <time datetime="${updated}">${text}</time></p>`;
}

/** Where a page of the documentation is read. */
export function guideUrl(name: string): string {
  return `/docs/${name}/`;
}

function urlOf({ name }: MarkdownFile): string {
  return guideUrl(name);
}

function titleOf({ name, head }: MarkdownFile): string {
  return escapeHtml(head['title'] ?? name);
}

/** Writes Markdown as HTML that a strict policy lets through, and links files as pages. */
function rendererFor(name: string, known: ReadonlySet<string>): RendererObject {
  return {
    // Markup in Markdown is shown, not run.
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    heading({ tokens, depth, text }) {
      const id = text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, '');
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>`;
    },
    link({ href, tokens }) {
      return `<a href="${escapeHtml(pageUrl(href, name, known))}">${this.parser.parseInline(tokens)}</a>`;
    },
    code: ({ text, lang }) =>
      `<pre tabindex="0"${lang ? ` data-language="${escapeHtml(lang)}"` : ''}><code>${escapeHtml(text)}</code></pre>`,
  };
}

function pageUrl(href: string, from: string, known: ReadonlySet<string>): string {
  if (/^(?:https?:|mailto:|#|\/)/.test(href)) return href;
  const [, page = '', fragment = ''] = /^(?:\.\/)?(?:\d+-)?([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (!known.has(page)) {
    throw new Error(`The page “${from}” of docs/guide links to ${href}, which is no page.`);
  }
  return `/docs/${page}/${fragment}`;
}
