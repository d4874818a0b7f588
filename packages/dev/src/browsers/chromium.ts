import {chromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import type {Engine, Found} from './engines.js';
import {findExecutable, inWindowsPrograms} from './find-executable.js';
import {isPackagedChromium, packagedChromium} from './packaged-chromium.js';

const macApps = '/Applications';

/**
 * Chromium: CHROME_PATH, else a Chrome, Chromium or Edge of the system, else the browser inside
 * the npm package @sparticuz/chromium. BROWSER_SOURCE=npm takes the last at once.
 */
export const chromium: Engine = {
  async find(): Promise<Found> {
    const {BROWSER_SOURCE, CHROME_PATH} = process.env;
    if (BROWSER_SOURCE === 'npm') return packagedChromium();
    if (CHROME_PATH !== undefined && CHROME_PATH !== '') {
      const path = findExecutable([CHROME_PATH]);
      return path === undefined
        ? {missing: `CHROME_PATH is "${CHROME_PATH}", which cannot be executed.`}
        : {path};
    }
    const path = findExecutable([
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge',
      '/snap/bin/chromium',
      `${macApps}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${macApps}/Chromium.app/Contents/MacOS/Chromium`,
      `${macApps}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ...inWindowsPrograms('Google\\Chrome\\Application\\chrome.exe'),
      ...inWindowsPrograms('Chromium\\Application\\chrome.exe'),
      ...inWindowsPrograms('Microsoft\\Edge\\Application\\msedge.exe'),
    ]);
    return path === undefined ? packagedChromium() : {path};
  },

  launcher: path => {
    // The package holds Chrome's headless shell only.
    const headless = isPackagedChromium(path) ? ('shell' as const) : true;
    const launchOptions = {executablePath: path, headless, args: chromiumArgs()};
    return chromeLauncher({puppeteer, launchOptions});
  },
};

/** Flags that keep Chromium quiet; none of them weakens the web's security rules under test. */
export function chromiumArgs(): string[] {
  const args = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  // Chromium refuses its sandbox to root, as in containers.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args;
}
