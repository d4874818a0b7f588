import {createRequire} from 'node:module';
import {rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import type {Found} from './engines.js';

const run = promisify(execFile);
const unpacked = join(tmpdir(), 'chromium');

/** Whether `path` is where @sparticuz/chromium unpacks its browser. */
export function isPackagedChromium(path: string): boolean {
  return path === unpacked;
}

/**
 * The browser inside @sparticuz/chromium, unpacked to the system's temporary folder (200 MB, some
 * five seconds the first time). The package returns whatever file already lies there, also one of
 * another version: that one is deleted and unpacked anew. Linux on x64 only.
 * The package's own `args` are never used: they switch off web security and site isolation.
 */
export async function packagedChromium(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {missing: 'no Chrome, Chromium or Edge was found; install one or set CHROME_PATH.'};
  }
  try {
    const {default: packaged} = await import('@sparticuz/chromium');
    let path = await packaged.executablePath();
    if ((await majorVersion(path)) !== packageMajor()) {
      rmSync(path, {force: true});
      path = await packaged.executablePath();
      const major = await majorVersion(path);
      if (major !== packageMajor()) {
        return {missing: `@sparticuz/chromium unpacked a browser that does not start (${path}).`};
      }
    }
    return {path};
  } catch (error) {
    return {missing: `@sparticuz/chromium cannot be unpacked: ${String(error)}`};
  }
}

/** Undefined when the file does not run, for instance because it was only half unpacked. */
async function majorVersion(path: string): Promise<string | undefined> {
  try {
    const {stdout} = await run(path, ['--version', '--no-sandbox'], {timeout: 20_000});
    return /(\d+)\./.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

function packageMajor(): string | undefined {
  // The package exports no package.json: it lies beside the folder of its main file.
  const require = createRequire(import.meta.url);
  const main = require.resolve('@sparticuz/chromium');
  const {version} = require(join(main, '../../package.json')) as {version: string};
  return version.split('.')[0];
}
