import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from './root.js';

type Command = [string, ...string[]];

/** The command line of npm: the very npm that started us, else the one beside Node or in PATH. */
export function npm(...args: string[]): Command {
  const own = process.env['npm_execpath'];
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const script = [own, beside].find(
    path => path !== undefined && /npm-cli\.[cm]?js$/.test(path) && existsSync(path),
  );
  return script === undefined ? ['npm', ...args] : [process.execPath, script, ...args];
}

/**
 * The command line of a program of a dependency, started with this Node and without a shell.
 * Throws when the package is not installed or has no such program.
 */
export function program(packageName: string, args: readonly string[], name?: string): Command {
  const folder = join(root, 'node_modules', packageName);
  const {bin} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin?.[name ?? packageName];
  if (file === undefined) throw new Error(`${packageName} has no program ${name ?? packageName}.`);
  return [process.execPath, join(folder, file), ...args];
}
