import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.js';

/** Starts the browser in which whole journeys are walked. Close it when the last one has ended. */
export async function launchChromium(): Promise<Browser> {
  const { path, args, env } = await findChromium();
  return chromium.launch({
    executablePath: path,
    args: [...args],
    env: { ...process.env, ...env },
  });
}
