import type { Plugin } from 'vite';

/** The pages that every page leads to. */
const PAGES = [
  ['/', 'Support'],
  ['/before/', 'Before'],
  ['/cases/', 'Cases'],
  ['/docs/', 'Docs'],
  ['/respond/', 'Respond'],
  ['/article/', 'Article'],
  ['/your-field/', 'Your field'],
  ['/theme/', 'Theme'],
  ['/languages/', 'Languages'],
  ['/states/', 'States'],
  ['/agent/', 'Agent'],
] as const;

/** Puts what all pages share around each one: head, header, navigation, footer and event log. */
export function pageFrame(): Plugin {
  return {
    name: 'page-frame',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        html
          .replace('<head>', () => `<head>${head}`)
          .replace(/<body[^>]*>/, (body) => `${body}${header(path.replace(/index\.html$/, ''))}`)
          .replace('</body>', () => `${footer}</body>`),
    },
  };
}

// The small script comes first and blocks, so that no page flashes up in the colours not chosen.
const head = `
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <script src="/color-scheme.js"></script>
    <link rel="stylesheet" href="/site/site.css" />
    <script type="module" src="/site/site.ts"></script>`;

const mark = `<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="2" y="3" width="20" height="15" rx="4" />
        <path d="M7 18v4l5-4M7.5 8.5h9M7.5 12.5h5" />
      </svg>`;

function header(path: string): string {
  const links = PAGES.map(([url, name]) => `<a href="${url}"${current(url, path)}>${name}</a>`);
  return `
    <a class="skip" href="#content">Skip to content</a>
    <header class="top">
      <a class="brand" href="/">${mark}Case Elements</a>
      <nav aria-label="Pages">${links.join('')}</nav>
      <label class="scheme"><span class="offscreen">Colours</span>
        <select id="color-scheme">
          <option value="">System</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
    </header>`;
}

function current(url: string, path: string): string {
  if (url === path) return ' aria-current="page"';
  return url !== '/' && path.startsWith(url) ? ' aria-current="true"' : '';
}

const footer = `
    <footer class="bottom">
      <p>Case Elements are web components for support pages. Everything on these pages runs on your
      machine: cases go to the desk that serves them.</p>
    </footer>
    <event-log></event-log>`;
