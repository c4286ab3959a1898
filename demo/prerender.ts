import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import { type Plugin, runnerImport } from 'vite';
import type { Definition } from '../src/schema/definition.js';
import type * as prerenderedModule from './forms/prerendered.js';

/** A form to be rendered: a comment in it names its definition, and what is filled in already. */
const PLACE = /<case-form([^>]*)>\s*<!-- prerendered: (\w+)(?: (\{.*?\}))? -->/g;

const demo = import.meta.dirname;

/**
 * Renders forms at build time into declarative shadow roots, which can be read, filled in and posted
 * before any script has arrived. The element takes its root over with what was written meanwhile.
 */
export function prerender(): Plugin {
  let sheet = '';
  let forms: Readonly<Record<string, Definition>> = {};
  return {
    name: 'prerender',
    async buildStart() {
      const { CaseForm, ...rest } = await load<typeof prerenderedModule>('forms/prerendered.ts');
      CaseForm.define();
      forms = rest.forms;
      // A policy that forbids inline styles forbids those of a declarative root, too.
      const source = CaseForm.elementStyles.map(String).join('\n');
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      sheet = `/assets/case-form-${hash}.css`;
      this.emitFile({ type: 'asset', fileName: sheet.slice(1), source });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page) {
        let result = page;
        for (const [place, attributes = '', name = '', prefill = '{}'] of page.matchAll(PLACE)) {
          const definition = forms[name];
          if (!definition) throw new Error(`No form is called “${name}”.`);
          const action = /\saction="([^"]*)"/.exec(attributes)?.[1];
          const root = await shadowRoot(
            html`<case-form
              .definition=${definition}
              .prefill=${JSON.parse(prefill) as object}
              action=${action}
            ></case-form>`,
          );
          const styled = root.replace(
            /<style>.*?<\/style>/s,
            `<link rel="stylesheet" href="${sheet}">`,
          );
          result = result.replace(place, () => `<case-form${attributes}>${styled}`);
        }
        // Wanted at the first glance, though the parser comes upon it late.
        const preload = `<link rel="preload" as="style" href="${sheet}">`;
        return result === page ? page : result.replace('</head>', `${preload}</head>`);
      },
    },
  };
}

/** Loads a module of the project as it is written, in TypeScript. */
async function load<Module>(path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(demo, path), { root: join(demo, '..') });
  return module;
}

/** The declarative shadow root of an element, without the marks that only hydration needs. */
async function shadowRoot(element: TemplateResult): Promise<string> {
  const text = await collectResult(render(element));
  const plain = text.replaceAll(/<!--.*?-->|<\?>/gs, '');
  const content = /<template[^>]*>(.*)<\/template>/s.exec(plain)?.[1];
  if (!content) throw new Error('Nothing was rendered: is the element defined?');
  return `<template shadowrootmode="open">${content}</template>`;
}
