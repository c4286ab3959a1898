import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A browser of the Chromium family, and what it must be started with. */
export interface Chromium {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** It has no windows at all, only the old headless mode. */
  readonly shell: boolean;
}

/** The first version that has all that the elements are written for (`light-dark()`). */
const oldest = 123;

/** Starts nothing in the background, asks for nothing on the network, and never sleeps. */
const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-renderer-backgrounding',
  '--disable-sync',
];

/**
 * Finds a browser: the one `CHROME_PATH` names, else one of the system, else the one that npm
 * brings, else (as root, in CI) one that apt installs.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return fromSystem(named);
    throw new Error(`CHROME_PATH names ${named}, but there is no such file.`);
  }
  const found = candidates().find(runs) ?? '';
  if (found) return fromSystem(found);
  const chromium = (await fromNpm()) ?? fromApt();
  if (chromium) return chromium;
  throw new Error(
    `No browser was found to test in. Install Chrome, Chromium or Edge (${oldest} or newer), ` +
      'or set CHROME_PATH to the program.',
  );
}

function fromSystem(path: string): Chromium {
  return { path, args: [...sandbox(), ...quiet], env: {}, shell: false };
}

/** Root, and most containers, cannot have a sandbox; the pages under test are our own. */
function sandbox(): string[] {
  return process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
}

function candidates(): string[] {
  if (process.platform === 'darwin') return onMac();
  return process.platform === 'win32' ? onWindows() : onLinux();
}

function onLinux(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  names.push('microsoft-edge-stable', 'microsoft-edge');
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function onMac(): string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const folders = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')];
  return apps.flatMap((app) =>
    folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
}

function onWindows(): string[] {
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  const names = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
  const folders = names.flatMap((name) => process.env[name] ?? []);
  return programs.flatMap((program) => folders.map((folder) => join(folder, ...program)));
}

/** Whether a browser is there, is new enough, and is more than a wrapper around a missing one. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  // Chrome for Windows opens a window when it is asked for its version.
  return process.platform === 'linux' ? majorVersion(path) >= oldest : true;
}

function majorVersion(path: string, env: Readonly<Record<string, string>> = {}): number {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 30_000 } as const;
    const answer = execFileSync(path, ['--no-sandbox', '--version'], { ...options, stdio: 'pipe' });
    return Number(/\b(\d+)\.\d+\.\d+/.exec(answer)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The browser of an npm package: on Linux it needs neither the system nor a download of its own. */
async function fromNpm(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpacked();
  const path = join(folder, 'chromium');
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const args = [...sandbox(), '--no-zygote', ...quiet];
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    if (majorVersion(path, env) >= oldest) return { path, args, env, shell: true };
  }
  return undefined;
}

/** Where the package's browser lies unpacked: complete, or not there. */
async function unpacked(): Promise<string> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const home = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'chromium-'));
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = staging; // The package unpacks to the temporary folder and nowhere else.
  await chromium.executablePath();
  await inflate(join(home, 'bin', 'al2023.tar.br'));
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  settle(staging, folder);
  return folder;
}

/** Another run may have unpacked the same browser meanwhile; either copy will do. */
function settle(staging: string, folder: string): void {
  try {
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
}

function fromApt(): Chromium | undefined {
  if (!process.env['CI'] || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: 'inherit', env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  const path = onLinux().find(runs);
  return path === undefined ? undefined : fromSystem(path);
}
