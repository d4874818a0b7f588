import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {npm} from '@local-widgets/dev/src/npm.js';
import {root} from '@local-widgets/dev/src/root.js';

const run = promisify(execFile);

/** What a page, an application or a server may install; the hub and its desk are for other machines. */
const PACKAGES = [
  'model',
  'core',
  'shops-map',
  'collect-button',
  'chat',
  'event-calendar',
  'embed',
  'react',
  'types',
];

/** Archives by package name, as `npm publish` would send them. */
export type Archives = Readonly<Record<string, string>>;

export async function packAll(folder: string): Promise<Archives> {
  await mkdir(folder, {recursive: true});
  const workspaces = PACKAGES.flatMap(name => ['--workspace', `packages/${name}`]);
  const [command, ...args] = npm('pack', '--json', '--pack-destination', folder, ...workspaces);
  const {stdout} = await run(command, args, {cwd: root, maxBuffer: 1e8});
  // scripts of the packages may write before it
  const packed = JSON.parse(stdout.slice(stdout.search(/^[[{]/m))) as
    readonly Packed[] | Readonly<Record<string, Packed>>;
  return Object.fromEntries(
    Object.values(packed).map(({name, filename}) => [name, join(folder, filename)]),
  );
}

interface Packed {
  readonly name: string;
  readonly filename: string;
}

/**
 * An example copied out of the repository, with our packages from their archives and all others from npm,
 * built as its author would.
 */
export async function buildElsewhere(
  example: string,
  {folder, archives}: {folder: string; archives: Archives},
): Promise<string> {
  const target = join(folder, example);
  const source = join(root, 'examples/frameworks');
  const isOurs = (path: string): boolean => !/[\\/](node_modules|dist)$/.test(path);
  await cp(join(source, example), target, {recursive: true, filter: isOurs});
  await cp(join(source, 'data'), join(folder, 'data'), {recursive: true});
  const file = join(target, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const foreign = (list: Record<string, string> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(list).filter(([name]) => !(name in archives)));
  const ours = Object.fromEntries(
    Object.entries(archives).map(([name, path]) => [name, `file:${path}`]),
  );
  await writeFile(
    file,
    JSON.stringify({
      ...manifest,
      dependencies: {...foreign(manifest.dependencies), ...ours},
      devDependencies: foreign(manifest.devDependencies),
    }),
  );
  for (const args of [
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    ['run', 'build'],
  ]) {
    const [command, ...rest] = npm(...args);
    await run(command, rest, {cwd: target, maxBuffer: 1e8});
  }
  return target;
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
