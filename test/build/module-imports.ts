import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

/** A module of the project: its path from the top of the repository, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface ModuleImport {
  /** A path from the top of the repository, or the name of a package as it is written. */
  readonly target: string;
  readonly specifier: string;
  /** The names that are imported, as the module calls them. */
  readonly names: readonly string[];
  /** Only types: nothing of it is there at run time. */
  readonly erased: boolean;
}

const root = join(import.meta.dirname, '../..');

/** Every module below `src/`. */
export function readSources(): Source[] {
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.ts'))
    .map((path) => posix.join('src', path.replaceAll(sep, '/')))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node of a tree, outer ones first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** What a module imports: statically, dynamically, by exporting it again, or as a type. */
export function importsOf(source: Source): ModuleImport[] {
  return [...nodesOf(parse(source))].flatMap((node) => {
    const found = importAt(node);
    if (!found) return [];
    return [{ ...found, target: resolveFrom(source.path, found.specifier) }];
  });
}

function importAt(node: ts.Node): Omit<ModuleImport, 'target'> | undefined {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const erased = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: textOf(node.moduleSpecifier), names: namesOf(clause), erased };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), names: [], erased: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), names: [], erased: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: textOf(node.arguments[0]), names: [], erased: false };
  }
  return undefined;
}

function textOf(node: ts.Node | undefined): string {
  return node && ts.isStringLiteralLike(node) ? node.text : '(computed)';
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  return named.map((element) => element.name.text);
}

function resolveFrom(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
}
