import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import {launch, type Browser} from 'puppeteer-core';

/** Chromium without a network that is watched: it would keep a copy of each feed, in a long task of the page. */
export async function openBrowser(moreArgs: readonly string[] = []): Promise<Browser> {
  const {path, missing} = await chromium.find();
  if (path === undefined) throw new Error(missing);
  return launch({
    executablePath: path,
    headless: true,
    networkEnabled: false,
    args: [...chromiumArgs(), ...moreArgs],
  });
}
