import {chromeLauncher, type ChromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import type {Engine} from './engines.js';
import {findExecutable, inWindowsPrograms} from './find-executable.js';

/** Firefox of the system (FIREFOX_PATH, else the usual places), driven over WebDriver BiDi. */
export const firefox: Engine = {
  find() {
    const path = findExecutable([
      process.env['FIREFOX_PATH'],
      'firefox-esr',
      'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...inWindowsPrograms('Mozilla Firefox\\firefox.exe'),
    ]);
    return path === undefined
      ? {missing: 'no Firefox was found; install firefox or firefox-esr, or set FIREFOX_PATH.'}
      : {path};
  },

  launcher: path =>
    withFreshPages(
      chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath: path}}),
    ),
};

/**
 * The runner uses pages again for other files of tests. In Firefox one inherits what the others left: a
 * history that is full, keys that no longer press buttons. So each file has a page of its own.
 */
function withFreshPages(launcher: ChromeLauncher): ChromeLauncher {
  const stop = launcher.stopSession.bind(launcher);
  launcher.stopSession = async id => {
    const page = launcher.getPage(id);
    const result = await stop(id);
    (launcher as unknown as {inactivePages: unknown[]}).inactivePages = [];
    await page.close();
    return result;
  };
  return launcher;
}
