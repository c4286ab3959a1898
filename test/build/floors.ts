import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type ModuleImport, type Source, importsOf, nodesOf, parse } from './module-imports.js';

/** The folders of `src/`, from the ground up; an import goes to the same floor or down. */
const floors: Readonly<Record<string, number>> = {
  schema: 0,
  locales: 1,
  core: 2,
  ports: 3,
  events: 4,
  adapters: 5,
  server: 5,
  cli: 5,
  vite: 5,
  fields: 6,
  controllers: 7,
  elements: 8,
};
const top = 9;

const faces = ['src/index.ts', 'src/define.ts', 'src/cdn.ts'];
const effectful = [
  'src/define.ts',
  'src/cdn.ts',
  'src/cli/case-elements.ts',
  'src/adapters/local-search/search-worker.ts',
];
/** They run in Node alone, and bring their packages with them. */
const tools = ['cli', 'vite'];
const rendering = ['elements', 'controllers', 'fields'];
/** What a server may load: its pages, too, have words. */
const served = ['schema', 'locales', 'core', 'ports', 'adapters', 'server'];
/** They stand behind an attribute (`action`, `keep-drafts`) or `forget()`, so the elements know them. */
const behindAction = [
  'src/adapters/backends/json.ts',
  'src/adapters/uploads/http.ts',
  'src/adapters/drafts/device-drafts.ts',
  'src/adapters/drafts/sealed-files.ts',
  'src/adapters/drafts/web-storage.ts',
  'src/adapters/uploads/url-store.ts',
];
/** It loads the `pagefind.js` of the page's own site, whose address the host alone knows. */
const loadsByAddress = 'src/adapters/solutions/pagefind-module.ts';
const saysNothing = /^(utils?|helpers?|commons?|types?|shared|misc|lib)$/;
const outside =
  /^(document|window|navigator|fetch|customElements|localStorage|indexedDB|HTMLElement)$/;

const packageJson = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as Record<'dependencies' | 'devDependencies' | 'peerDependencies', Record<string, string>>;
const packages = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/** What is wrong with a module's place in the house: one sentence for each fault. */
export function faultsOf(source: Source): string[] {
  const faults = [
    ...placeFaults(source.path),
    ...importsOf(source).flatMap((found) => importFaults(source, found)),
    ...statementFaults(source),
  ];
  return faults.map((fault) => `${source.path} ${fault}`);
}

/** The folder of `src/` that a module lies in; nothing for the faces of the package. */
function folderOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
}

function floorOf(path: string): number {
  return faces.includes(path) ? top : (floors[folderOf(path)] ?? Number.NaN);
}

function placeFaults(path: string): string[] {
  const faults: string[] = [];
  const parts = path.replace(/\.ts$/, '').split('/');
  if (parts.some((part) => saysNothing.test(part))) faults.push('has a name that says nothing');
  if (parts.length > 4) faults.push('lies deeper than three folders');
  if (Number.isNaN(floorOf(path))) faults.push('lies on no floor');
  return faults;
}

function importFaults(source: Source, found: ModuleImport): string[] {
  const rules = found.specifier.startsWith('.') ? moduleRules : packageRules;
  const broken = rules.filter(([, isBroken]) => isBroken(source, found));
  return broken.map(([fault]) => `imports ${found.target}: ${fault}`);
}

type Rule = readonly [fault: string, isBroken: (source: Source, found: ModuleImport) => boolean];

const moduleRules: readonly Rule[] = [
  ['write the extension .js', (_, { specifier }) => !specifier.endsWith('.js')],
  ['it lies higher up', ({ path }, { target }) => !(floorOf(target) <= floorOf(path))],
  ['adapters and server are leaves', ({ path }, { target }) => !mayReach(path, target)],
  [
    'a server loads only what a server needs',
    ({ path }, { target }) => folderOf(path) === 'server' && !served.includes(folderOf(target)),
  ],
  [
    'an element knows another one only to define and render it',
    (source, found) => isForeignElement(source.path, found.target) && !isComposite(source, found),
  ],
];

const packageRules: readonly Rule[] = [
  [
    'only elements, controllers and fields render',
    ({ path }, { target }) => isLit(target) && !rendering.includes(folderOf(path)),
  ],
  [
    'only the server and the tools run in Node',
    ({ path }, { target }) =>
      /^(node:|libsql)/.test(target) && !['server', ...tools].includes(folderOf(path)),
  ],
  [
    'package.json does not name it',
    ({ path }, { target }) =>
      !isDeclared(target) &&
      !(bringsPackages(path) && isBundled(target)) &&
      !(target === '(computed)' && path === loadsByAddress),
  ],
];

export function isLit(target: string): boolean {
  return /^(lit|lit-\w+|@lit(-labs)?\/.*)($|\/)/.test(target);
}

/** Whether a module may be imported wherever the package is installed. */
export function isDeclared(target: string): boolean {
  return target.startsWith('node:') || packages.some((name) => `${target}/`.startsWith(`${name}/`));
}

/** Whether what is built of a module holds the packages that it imports. */
function bringsPackages(path: string): boolean {
  return tools.includes(folderOf(path)) || path.startsWith('src/core/languages/');
}

/** Whether a package is built into the tools or the languages. */
function isBundled(target: string): boolean {
  return Object.keys(packageJson.devDependencies).some((name) =>
    `${target}/`.startsWith(`${name}/`),
  );
}

function mayReach(path: string, target: string): boolean {
  const [from, to] = [folderOf(path), folderOf(target)];
  if (tools.includes(to)) return tools.includes(from);
  if (path === 'src/cdn.ts' && target === 'src/adapters/solutions/local.ts') return true;
  if (to === 'adapters' && tools.includes(from)) return true;
  if (to === 'server') return from === 'server';
  if (to !== 'adapters' || from === 'adapters' || from === 'server') return true;
  return ['elements', 'controllers'].includes(from) && behindAction.includes(target);
}

/** Whether a module of one element imports a module of another. */
function isForeignElement(path: string, target: string): boolean {
  const elementOf = (module: string) => /^src\/elements\/([^/]+)\//.exec(module)?.[1];
  const other = elementOf(target);
  return other !== undefined && folderOf(path) === 'elements' && other !== elementOf(path);
}

/** Whether a module defines and renders what it imports. */
function isComposite({ text }: Source, { target, names }: ModuleImport): boolean {
  const tag = /([^/]+)\.ts$/.exec(target)?.[1] ?? '';
  return text.includes(`<${tag}`) && names.some((name) => text.includes(`${name}.define(`));
}

function statementFaults(source: Source): string[] {
  const file = parse(source);
  const folder = folderOf(source.path);
  const faults = file.statements.flatMap((statement) => {
    if (isModuleLet(statement)) return ['has a module-level let'];
    if (ts.isExpressionStatement(statement) && !effectful.includes(source.path)) {
      return ['does something when it is imported'];
    }
    return folder === 'ports' && !isPromise(statement) ? ['is a port that holds code'] : [];
  });
  const isPure = folder === 'core' || folder === 'schema';
  if (isPure) faults.push(...worldlyNames(file).map((name) => `touches ${name}`));
  return faults;
}

function isModuleLet(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.Const) === 0
  );
}

/** Whether a statement is gone at run time: what others promise us is a type. */
function isPromise(statement: ts.Statement): boolean {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement)
  );
}

/** The names of the outside world that a module uses, not as names of properties. */
function worldlyNames(file: ts.SourceFile): string[] {
  return [...nodesOf(file)]
    .filter((node) => ts.isIdentifier(node))
    .filter((node) => outside.test(node.text) && isUse(node))
    .map((node) => node.text);
}

function isUse(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  return !(ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent));
}

/** The packages that are loaded when a module is, with everything that it imports. */
export function packagesLoadedBy(path: string, sources: readonly Source[]): Set<string> {
  const loaded = new Set<string>();
  const seen = new Set<string>();
  const visit = (current: string) => {
    if (seen.has(current)) return;
    seen.add(current);
    const source = sources.find((candidate) => candidate.path === current);
    for (const { target, specifier, erased } of source ? importsOf(source) : []) {
      if (erased) continue;
      if (specifier.startsWith('.')) visit(target);
      else loaded.add(target);
    }
  };
  visit(path);
  return loaded;
}
