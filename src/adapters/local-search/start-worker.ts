/** The name that a `trusted-types` directive has to allow. */
const POLICY = 'case-elements-worker';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** A policy of that name can be made once. */
const policies = new Map<TrustedTypes, ReturnType<TrustedTypes['createPolicy']>>();

/**
 * Starts the worker of a page.
 *
 * @throws {Error} Where the page may not, or has no workers.
 */
export function startWorker(): Worker {
  // webpack finds this with the global `Worker` alone, and marks its address as trusted by itself
  // (`output.trustedTypes`).
  if ((import.meta as { webpack?: unknown }).webpack) {
    return new Worker(new URL('./search-worker.js', import.meta.url), { type: 'module' });
  }
  return startTrusted(
    class extends Worker {
      constructor(url: URL, options: WorkerOptions) {
        super(trusted(url.href), options);
      }
    },
  );
}

/** Every other bundler finds this, whatever `Worker` is; without a bundler, it is what it says. */
function startTrusted(Worker: new (url: URL, options: WorkerOptions) => Worker): Worker {
  return new Worker(new URL('./search-worker.js', import.meta.url), { type: 'module' });
}

/** An address that may be run where Trusted Types are required. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  const policy =
    policies.get(trustedTypes) ??
    trustedTypes.createPolicy(POLICY, { createScriptURL: (address) => address });
  policies.set(trustedTypes, policy);
  return policy.createScriptURL(url);
}
