/** What is needed of a site's `pagefind.js`. */
export interface PagefindModule {
  options?(options: Readonly<Record<string, unknown>>): Promise<unknown>;
  search(term: string): Promise<unknown>;
}

interface Loaded {
  readonly module: PagefindModule;
  /** What the addresses of pages start from; the page itself, if that is nothing. */
  readonly root: string | undefined;
}

interface ModuleOptions {
  readonly url?: string | URL;
  readonly module?: PagefindModule;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Loads the module of a site when it is first needed, and again if that failed. */
export function pagefindModule({ url, module, options }: ModuleOptions): () => Promise<Loaded> {
  if (!url && !module)
    throw new TypeError('pagefind() needs the url of pagefind.js, or the module.');
  let loading: Promise<Loaded> | undefined;
  const load = async () => {
    // An import is relative to the module that has it, an address to the page.
    const root = url && new URL(url, document.baseURI).href;
    const loaded: unknown = module ?? (await import(/* @vite-ignore */ root ?? ''));
    if (!isPagefind(loaded))
      throw new Error(`${root ?? 'The module'} is not pagefind.js: it has no search().`);
    if (options) await loaded.options?.(options);
    return { module: loaded, root };
  };
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

function isPagefind(module: unknown): module is PagefindModule {
  return typeof (module as Partial<PagefindModule> | undefined)?.search === 'function';
}
