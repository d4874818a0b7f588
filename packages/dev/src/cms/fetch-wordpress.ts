import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {npm} from '../npm.js';
import {runCommand} from '../run-command.js';
import {wordpressCache} from './wordpress-cache.js';

/** WordPress 6.5 with its static files, and the drop-in that lets it work on SQLite. */
const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
const PARTS = [
  'package/src/wordpress/wp-6.5.zip',
  'package/public/wp-6.5',
  'package/src/sqlite-database-integration/sqlite-database-integration.zip',
];

/**
 * Brings WordPress for the tests of its plugin (160 MB to fetch, 60 to keep), once. It is no dependency: who does not
 * work on the plugin does not need it.
 */
async function main(): Promise<number> {
  if (existsSync(wordpressCache)) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'local-widgets-wordpress-'));
  try {
    const packed = await runCommand(npm('pack', PACKAGE, '--silent'), {cwd: folder});
    const file = packed.output.trim().split('\n').at(-1) ?? '';
    if (packed.code !== 0) return say(packed.output);
    // what was interrupted must not look whole
    const unfinished = `${wordpressCache}.${process.pid}`;
    mkdirSync(unfinished, {recursive: true});
    const args = ['-xzf', join(folder, file), '-C', unfinished, '--strip-components=1'];
    const unpacked = await runCommand(['tar', ...args, ...PARTS]);
    if (unpacked.code === 0) renameSync(unfinished, wordpressCache);
    else rmSync(unfinished, {recursive: true});
    return unpacked.code === 0 ? 0 : say(unpacked.output);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function say(output: string): number {
  process.stderr.write(`WordPress could not be fetched; its tests are left out.\n${output}`);
  return 1;
}

process.exitCode = await main();
