import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type Made, type MakeOptions, makeIndex } from '../cli/make-index.js';
import { isWebSource } from '../cli/read/read-source.js';
import { reasonOf } from '../cli/read/read-error.js';

export interface IndexPluginOptions extends Omit<MakeOptions, 'onProgress'> {
  /** Folders, files and addresses; paths are from the root of the project. */
  readonly from: readonly string[];
  /** What the index is called in the build, from its top: `solutions.idx` unless given. */
  readonly out?: string;
}

/** What the plugin says, in a build or in a server. */
interface Voice {
  warn(message: string): void;
  info(message: string): void;
}

/**
 * Builds an index of articles, for the source `local({ index })`: a file of the build, and an address of
 * the server while you develop, which is built anew after a source has changed.
 */
export function caseElementsIndex(options: IndexPluginOptions): Plugin {
  const { out = 'solutions.idx' } = options;
  const project = { root: process.cwd(), base: '/' };
  const make = async (voice: Voice) => {
    const made = await makeIndex({ ...options, ...fromRoot(options, project.root) });
    tell(made, out, voice);
    return made.bytes;
  };
  const paths = () => {
    const { from, resolved = [] } = fromRoot(options, project.root);
    return [from, resolved].flat().filter((path) => !isWebSource(path));
  };
  return {
    name: 'case-elements-index',
    config: ({ worker }) => ({
      // A worker that loads languages is more than one file, which Vite up to 7 cannot make otherwise.
      worker: { format: worker?.format ?? 'es' },
      // In what Vite bundles ahead for its server, a worker is no longer where it was.
      optimizeDeps: { exclude: ['case-elements'] },
    }),
    configResolved({ root, base }) {
      Object.assign(project, { root, base });
    },
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    buildStart() {
      if (this.meta.watchMode) for (const path of paths()) this.addWatchFile(path);
    },
    async generateBundle() {
      const source = await make(this).catch((error: unknown) => this.error(reasonOf(error)));
      this.emitFile({ type: 'asset', fileName: out, source });
    },
    configureServer({ middlewares, watcher, config: { logger } }) {
      const state: { made: Promise<Uint8Array> | undefined } = { made: undefined };
      const isSource = (path: string) => paths().some((one) => `${path}/`.startsWith(`${one}/`));
      watcher.add(paths());
      watcher.on('all', (_, path) => {
        if (isSource(resolve(path))) state.made = undefined;
      });
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname !== `/${out}` && pathname !== `${project.base}${out}`) {
          next();
          return;
        }
        const made = (state.made ??= make({
          warn: (message) => logger.warn(message),
          info: (message) => logger.info(message),
        }));
        made.then(
          (bytes) => {
            response.setHeader('content-type', 'application/octet-stream');
            response.setHeader('cache-control', 'no-cache');
            response.end(bytes);
          },
          (error: unknown) => {
            if (state.made === made) state.made = undefined;
            next(error);
          },
        );
      });
    },
  };
}

function fromRoot({ from, resolved }: IndexPluginOptions, root: string) {
  const path = (source: string) => (isWebSource(source) ? source : resolve(root, source));
  return { from: from.map(path), ...(resolved && { resolved: path(resolved) }) };
}

function tell({ articles, leftOut, faults, notices }: Made, out: string, voice: Voice): void {
  voice.info(`${out}: ${articles.length} articles, ${leftOut.length} left out`);
  for (const { where, why } of [...notices, ...faults])
    voice.warn(`${relative('.', where) || where}: ${why}`);
}
