/** A headless Chromium for the scripts that draw and for the tests in a browser. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian puts it. The shell, which has no window to draw in, opens a page in a third of the time. */
const [SHELL, WHOLE] = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/**
 * The browser that `CHROMIUM` in the environment names, else where Debian puts it.
 * @param args beside what it needs without a screen and without rights
 * @throws Error whose message names the cure when there is none
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const path = process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : WHOLE);
  if (!existsSync(path)) {
    throw new Error(`No Chromium at ${path}: install it (apt-get install chromium) or set CHROMIUM to its path.`);
  }
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', ...args],
    // Without a locale of more than ASCII it gives files no name with an umlaut.
    env: { LANG: 'C.UTF-8', ...process.env },
  });
}

/** Runs a script: an error's message alone on standard error, and exit code 1. */
export async function runScript(script: () => Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
