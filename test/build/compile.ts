import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { root } from './package-files.js';

const cases = join(root, 'test/build/types');

/** The complaints of the compiler about each case in `types/`, and about a planted one. */
export function compileCases(planted: string): Map<string, string[]> {
  const names = readdirSync(cases).filter((name) => name.endsWith('.ts'));
  const plantedPath = join(cases, 'planted.ts');
  const options = strictest();
  const program = ts.createProgram({
    rootNames: [...names.map((name) => join(cases, name)), plantedPath],
    options,
    host: withFile(ts.createCompilerHost(options, true), plantedPath, planted),
  });
  return new Map(
    [...names, 'planted.ts'].map((name) => [name, complaintsAbout(join(cases, name), program)]),
  );
}

/** The options of the project itself. */
function strictest(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: unknown };
  };
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
}

/** A disk on which there is one more file. */
function withFile(host: ts.CompilerHost, path: string, text: string): ts.CompilerHost {
  const isIt = (name: string) => basename(name) === basename(path);
  return {
    ...host,
    fileExists: (name) => isIt(name) || host.fileExists(name),
    readFile: (name) => (isIt(name) ? text : host.readFile(name)),
    getSourceFile: (name, version, ...rest) =>
      isIt(name)
        ? ts.createSourceFile(name, text, version, true)
        : host.getSourceFile(name, version, ...rest),
  };
}

function complaintsAbout(path: string, program: ts.Program): string[] {
  const file = program.getSourceFile(path);
  if (!file) return [`${path} was not compiled`];
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map(({ messageText, start = 0 }) => {
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
