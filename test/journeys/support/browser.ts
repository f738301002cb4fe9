import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../../../scripts/lib/browser.mjs';

let launched: Promise<Browser> | undefined;

/** The one browser of the run; every journey has a context of its own in it. */
export function browser(): Promise<Browser> {
  launched ??= ensureChromium().then((executablePath) =>
    chromium.launch({ executablePath, args: chromiumArgs }),
  );
  return launched;
}

/** Closes the browser, if one was started. */
export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}
