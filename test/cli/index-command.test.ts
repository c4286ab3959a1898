import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { indexCommand } from '../../src/cli/index-command.js';
import { main } from '../../src/cli/main.js';
import { type ArticleIndex, openIndex } from '../../src/core/search/index.js';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'case-index-'));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(scratch, 'docs-'));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Runs the tool on the folder; what it said, and the index if there is one. */
async function run(...args: string[]) {
  const said = { output: '', errors: '' };
  const out = join(folder, 'out.idx');
  const code = await main(['index', ...args, '--out', out], {
    output: { write: (text) => (said.output += text) },
    errors: { write: (text) => (said.errors += text) },
    untilEnded: () => AbortSignal.abort(),
  });
  const isThere = readdirSync(folder).includes('out.idx');
  const index = isThere ? openIndex(new Uint8Array(readFileSync(out))) : undefined;
  return { code, index, ...said };
}

function first(index: ArticleIndex | undefined, subject: string) {
  return index?.search({ subject, description: '' })[0];
}

describe('a folder', () => {
  test('becomes an index of its Markdown, MDX and HTML', async () => {
    write({
      'mail/sign-in.md': `---\ntitle: Sign in again\ndescription: When mail asks for a password.\nupdated: 2026-03-04\n---\n\nClear the *saved* password.\n`,
      'print.mdx': `import X from './x'\n\n# Print a label\n\n<X a={{b: 1}}>Put paper into the **printer**.</X>\n`,
      'site/pay.html': `<!doctype html><html lang="en"><head><title>Pay | Help</title></head><body><nav>Home</nav><main><h1>Pay an invoice</h1><p>By bank transfer.</p><script>alert(1)</script></main></body></html>`,
    });
    const { code, index, errors } = await run(folder, '--base-url', 'https://help.example/docs');
    assert.equal(code, 0, errors);
    assert.equal(index?.size, 3);
    const { id, title, url, updated, excerpt, text } = first(index, 'saved password') ?? {};
    assert.equal(url, 'https://help.example/docs/mail/sign-in.html');
    assert.deepEqual([id, title, updated], [url, 'Sign in again', '2026-03-04']);
    assert.ok(text?.includes('Clear the saved password.'), text);
    assert.ok(excerpt);
    assert.equal(first(index, 'printer paper')?.title, 'Print a label');
    assert.equal(first(index, 'printer paper')?.text?.trim(), 'Put paper into the printer.');
    assert.equal(first(index, 'bank transfer')?.url, 'https://help.example/docs/site/pay.html');
    assert.equal(first(index, 'bank transfer')?.text?.trim(), 'By bank transfer.');
    assert.match(errors, /3 articles/);
  });

  for (const [style, url] of [
    ['html', '/a/mail.html'],
    ['clean', '/a/mail'],
    ['folder', '/a/mail/'],
  ] as const) {
    test(`has addresses as the site writes them: ${style}`, async () => {
      write({ 'a/mail.md': '# Mail\n\nRead mail.', 'b/README.md': '# Other\n\nInvoices.' });
      const { index } = await run(folder, '--urls', style);
      assert.equal(first(index, 'read mail')?.url, url);
      assert.equal(first(index, 'invoices')?.url, '/b/');
    });
  }

  test('keeps drafts and the like to itself, and says so', async () => {
    write({
      'a.md': '---\ndraft: true\n---\n# A\n\nText.',
      'b.html': '<meta name="robots" content="noindex"><h1>B</h1><p>Text.</p>',
      'c.md': '# Empty',
      '_part.md': 'A part.',
      'd.md': '# Found\n\nText to find.',
    });
    const { code, index, errors } = await run(folder);
    assert.equal(code, 0);
    assert.equal(index?.size, 1);
    for (const why of [
      'it is a draft',
      'it says noindex',
      'it has no text',
      'part of other pages',
    ]) {
      assert.ok(errors.includes(why), `${why}: ${errors}`);
    }
  });

  test('names the file and the line of what is broken, and indexes the rest', async () => {
    write({ 'a.md': '---\ntitle: A\ntags: [a\n---\nText.', 'b.md': '# Fine\n\nText to find.' });
    const { code, index, errors } = await run(folder);
    assert.equal(code, 3);
    assert.equal(index?.size, 1);
    assert.match(errors, /a\.md:\d+: the front matter is not YAML/);
  });

  test('says which languages it has no rules for', async () => {
    write({ 'a.md': '---\nlang: sw\n---\n# A\n\nHabari.', 'b.md': '# B\n\nLizenzen.' });
    const { code, errors } = await run(folder, '--language', 'de-AT');
    assert.equal(code, 0);
    assert.match(errors, /^sw: there are no rules for this language/m);
    assert.doesNotMatch(errors, /^de/m);
    assert.match(
      (await run(folder, '--language', 'klingon')).errors,
      /^klingon: there are no rules/m,
    );
  });

  test('keeps a page that is restricted in its previews alone', async () => {
    const page = (robots: string) =>
      `<meta name="robots" content="${robots}"><h1>B</h1><p>Text of ${robots}.</p>`;
    write({
      'a.html': page('index, max-image-preview:none'),
      'b.html': page('nofollow, NOINDEX'),
      'c.html': page('none'),
    });
    assert.equal((await run(folder)).index?.size, 1);
  });

  for (const [own, base, url] of [
    ['/docs/mail/', 'https://help.example/docs/', 'https://help.example/docs/mail/'],
    ['/mail/', 'https://help.example/docs', 'https://help.example/docs/mail/'],
    ['/docs', '/docs/', '/docs/'],
    ['/documents', '/docs/', '/docs/documents'],
  ] as const) {
    test(`lies at its permalink: ${own} below ${base}`, async () => {
      write({ 'a.md': `---\npermalink: ${own}\n---\n# Mail\n\nRead mail.` });
      const { index } = await run(folder, '--base-url', base);
      assert.equal(first(index, 'read mail')?.url, url);
    });
  }

  test('without an article makes no index', async () => {
    const { code, index, errors } = await run(folder);
    assert.deepEqual([code, index], [1, undefined]);
    assert.match(errors, /no article/);
  });
});

describe('a list of articles', () => {
  const article = { id: 'a', title: 'Sign in', url: '/a', text: 'Saved password.' };
  const others = Array.from({ length: 50 }, (_, number) => ({
    ...{ id: `${number}`, title: `Invoice ${number}`, url: `/${number}` },
    text: `Paid by bank transfer number ${number}.`,
  }));

  test('is JSON, or JSON on each line', async () => {
    write({
      'one.json': JSON.stringify([article, ...others]),
      'two.jsonl': `${JSON.stringify({ ...article, id: 'b', text: 'Printer.' })}\n\n`,
    });
    const { code, index } = await run(join(folder, 'one.json'), join(folder, 'two.jsonl'));
    assert.equal(code, 0);
    assert.deepEqual([first(index, 'password')?.id, first(index, 'printer')?.id], ['a', 'b']);
  });

  test('names the line of what is no article', async () => {
    const broken = { ...article, url: 'javascript:alert(1)' };
    write({ 'list.jsonl': `${JSON.stringify(article)}\n${JSON.stringify(broken)}\n` });
    const { code, errors } = await run(join(folder, 'list.jsonl'));
    assert.equal(code, 3);
    assert.match(errors, /list\.jsonl:2: “url” is missing or not valid/);
  });

  test('teaches by resolved cases', async () => {
    const other = { id: 'b', title: 'Print', url: '/b', text: 'Paper.' };
    const cases = Array.from({ length: 4 }, (_, number) => ({
      subject: 'lockout after holiday',
      description: `${number}`,
      articleId: number === 3 ? 'gone' : 'a',
    }));
    write({
      'list.json': JSON.stringify([article, other]),
      'cases.jsonl': cases.map((one) => JSON.stringify(one)).join('\n'),
    });
    const resolved = join(folder, 'cases.jsonl');
    const { index, errors } = await run(join(folder, 'list.json'), '--resolved', resolved);
    assert.equal(first(index, 'lockout')?.id, 'a');
    assert.match(errors, /learned from 3 of 4 resolved cases/);
    assert.match(errors, /cases\.jsonl: no article has the id “gone”/);
  });

  test('is not taught by cases of other articles, and says so', async () => {
    const cases = ['/docs/a', '/docs/b'].map((articleId) => ({ subject: 'lockout', articleId }));
    write({ 'list.json': JSON.stringify([article]), 'cases.json': JSON.stringify(cases) });
    const resolved = join(folder, 'cases.json');
    const { code, errors } = await run(join(folder, 'list.json'), '--resolved', resolved);
    assert.equal(code, 3);
    assert.match(errors, /learned from 0 of 2 resolved cases/);
    assert.match(errors, /no article has the id “\/docs\/a”, and none that of 1 more/);
  });

  test('leaves nothing behind when its resolved cases are broken', async () => {
    write({ 'list.json': JSON.stringify([article]), 'cases.jsonl': '{"subject": "x"\n' });
    const { code, index, errors } = await run(
      join(folder, 'list.json'),
      '--resolved',
      join(folder, 'cases.jsonl'),
    );
    assert.deepEqual([code, index], [1, undefined]);
    assert.match(errors, /cases\.jsonl:1: it is not JSON/);
  });
});

describe('the search index of a documentation site', () => {
  for (const path of [
    'mkdocs/search_index-9.json',
    'zensical/search.json',
    'sphinx/searchindex-9.js',
    'mdbook/searchindex.js',
    'antora/search-index.js',
    'docusaurus/search-index.json',
    'docusaurus-lunr/search-doc.json',
    'hugo/index.json',
  ]) {
    test(`is known by what it holds: ${path}`, async () => {
      const file = join(root, 'test/fixtures', path);
      const { code, index, errors } = await run(file, '--base-url', 'https://help.example/docs/');
      assert.equal(code, 0, errors);
      assert.ok((index?.size ?? 0) >= 7, errors);
    });
  }
});

describe('an index that has words in place of texts', () => {
  const [name = ''] = readdirSync(join(root, 'test/fixtures/vitepress'));
  for (const path of ['sphinx/searchindex-9.js', `vitepress/${name}`]) {
    const file = join(root, 'test/fixtures', path);

    test(`is searched and not shown: ${path}`, async () => {
      const { index } = await run(file, '--base-url', 'https://help.example/');
      const found = first(index, 'recovery codes of the lost phone');
      assert.equal(found?.url, 'https://help.example/two-factor-code.html');
      assert.equal(found.text ?? found.excerpt, undefined);
    });

    test(`is left out beside articles that can be read: ${path}`, async () => {
      write({ 'docs/a.md': '# A\n\nText to find.' });
      const { code, index, errors } = await run(file, join(folder, 'docs'));
      assert.deepEqual([code, index?.size], [0, 1]);
      assert.match(errors, /its index has words and no text/);
    });
  }
});

describe('a site', () => {
  test('is read by its sitemap, and no other site is asked', async () => {
    const asked: string[] = [];
    const html = (title: string) => `<!doctype html><title>${title}</title><main><h1>${title}</h1>`;
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const at = `http://${request.headers.host ?? ''}`;
      const pages: Record<string, string> = {
        '/': html('Home'),
        '/sitemap.xml': `<sitemapindex><sitemap><loc>http://[/</loc></sitemap>
          <sitemap><loc>${at}/pages.xml</loc></sitemap></sitemapindex>`,
        '/pages.xml': `<urlset><url><loc>${at}/mail?a=1&amp;b=2</loc><lastmod>2026-01-02</lastmod></url>
          <url><loc>${at}/moved</loc></url><url><loc>${at}/away</loc></url><url><loc>${at}/gone</loc></url>
          <url><loc>https://other.example/x</loc></url>
          <url><loc>http://127.0.0.1:99999/</loc></url></urlset>`,
        '/mail?a=1&b=2': `${html('Read mail')}<p>Mailbox.</p>`,
        '/new': `${html('Print')}<p>Printer.</p>`,
      };
      const leads = { '/moved': '/new', '/away': 'https://other.example/' }[request.url ?? ''];
      if (leads) response.writeHead(301, { location: leads });
      else
        response.writeHead(pages[request.url ?? ''] ? 200 : 404, { 'content-type': 'text/html' });
      response.end(pages[request.url ?? ''] ?? '');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, index, errors } = await run(`${site}/`);
    server.close();
    assert.equal(code, 3);
    assert.equal(index?.size, 2);
    const { url, updated } = first(index, 'mailbox') ?? {};
    assert.deepEqual([url, updated], [`${site}/mail?a=1&b=2`, '2026-01-02']);
    assert.equal(first(index, 'printer')?.url, `${site}/new`);
    assert.match(errors, /gone: HTTP status 404/);
    assert.match(errors, /away: it leads away, to https:\/\/other\.example/);
    assert.match(errors, /it is on another site/);
    assert.match(errors, /^http:\/\/127\.0\.0\.1:99999\/: its address is not valid/m);
    assert.match(errors, /^http:\/\/\[\/: its address is not valid/m);
    assert.ok(asked.every((path) => path.startsWith('/')));
  });
});

describe('the command', () => {
  const silent = { write: () => undefined };

  test('says how it is called', async () => {
    const { code, output } = await run('--help');
    assert.equal(code, 0);
    assert.match(output, /--base-url/);
  });

  for (const [args, why] of [
    [[], /Name a folder/],
    [['docs', '--urls', 'pretty'], /--urls is html or clean or folder, not “pretty”/],
    [['docs', '--base-url', 'help'], /--base-url is an address/],
    [['docs', '--timeout', '0'], /--timeout is a number/],
    [['docs', '--speed', 'fast'], /--speed/],
  ] as const) {
    test(`says what is wrong with “${args.join(' ')}”`, async () => {
      const { code, errors } = await run(...args);
      assert.equal(code, 2);
      assert.match(errors, why);
    });
  }

  test('is a program', async () => {
    const program = join(root, 'src/cli/case-elements.ts');
    const call = (...args: string[]) =>
      new Promise<string>((resolve) => {
        execFile(process.execPath, ['--import', 'tsx', program, ...args], (error, output, errors) =>
          resolve(`${error?.code ?? 0} ${output}${errors}`),
        );
      });
    assert.match(await call('--version'), /^0 \d+\.\d+\.\d+\n$/);
    assert.match(await call('bake'), /^2 There is no command “bake”\./);
  });

  test('does not watch what is not there', async () => {
    const { code, errors } = await run(join(folder, 'dosc'), '--watch');
    assert.equal(code, 1);
    assert.match(errors, /no such file or folder[^]*nothing to watch/);
  });

  test('builds again after a change, until it is ended', async () => {
    write({ 'a.md': '# A\n\nFirst text.' });
    const ending = new AbortController();
    const out = join(folder, 'out.idx');
    const running = indexCommand([folder, '--out', out, '--watch'], {
      output: silent,
      errors: {
        write: (text) => {
          if (text.startsWith('Waiting')) write({ 'b.md': '# B\n\nMore.' });
        },
      },
      untilEnded: () => ending.signal,
    });
    const size = () => openIndex(new Uint8Array(readFileSync(out))).size;
    for (
      let tries = 0;
      tries < 200 && !(readdirSync(folder).includes('out.idx') && size() === 2);
    ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      tries++;
    }
    ending.abort();
    assert.equal(await running, 0);
    assert.equal(size(), 2);
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md', 'out.idx']);
  });
});
