import {chromeLauncher} from '@web/test-runner-chrome';
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
    chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath: path}}),
};
