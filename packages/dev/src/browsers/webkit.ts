import type {Engine, Found} from './engines.js';
import {findExecutable} from './find-executable.js';
import {WebKitLauncher} from './webkit-launcher.js';

/** Folders of Debian, Fedora and Arch, newest interface first. */
const libraries = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/libexec',
  '/usr/lib',
];
const miniBrowsers = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].flatMap(version =>
  libraries.map(folder => `${folder}/${version}/MiniBrowser`),
);

/** WebKitGTK, the nearest to Safari that runs on Linux. */
export const webkit: Engine = {
  find(): Found {
    const path = findExecutable(miniBrowsers);
    const complete = findExecutable(['WebKitWebDriver']) && findExecutable(['Xvfb']);
    return path === undefined || complete === undefined
      ? {missing: 'it needs Linux with WebKitWebDriver and Xvfb (webkit2gtk-driver, xvfb).'}
      : {path};
  },

  launcher: miniBrowser =>
    new WebKitLauncher({
      miniBrowser,
      driver: findExecutable(['WebKitWebDriver']) ?? '',
      xvfb: findExecutable(['Xvfb']) ?? '',
    }),
};
