import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {npm} from '@local-widgets/dev/src/npm.js';
import {root} from '@local-widgets/dev/src/root.js';
import {runCommand} from '@local-widgets/dev/src/run-command.js';

/** A package of which pages take one file as it was published. */
interface Published {
  readonly name: string;
  readonly version: string;
  /** Of the archive, as the registry tells it. */
  readonly integrity: string;
  /** In the package. */
  readonly file: string;
}

/**
 * What is said to be put into a page with a script tag. They are not among our dependencies: one of them names two
 * hundred packages that its file needs none of.
 */
export const PUBLISHED = {
  buyButton: {
    name: '@shopify/buy-button-js',
    version: '3.0.6',
    integrity:
      'sha512-igPl+xyVHVTZ0xRhTOuZC6h2kHgRE/gnPNkGR3bb9kRz/cx4Pc4mYIpmQOMzmsdv7aJ9uH5w/hVRquV71eGTww==',
    file: 'dist/buybutton.min.js',
  },
  deepChat: {
    name: 'deep-chat',
    version: '2.4.2',
    integrity:
      'sha512-wQNd6Z6HDoH7OMeoQKpmxDm9XdWrRjMkBJ2yl5tsYND9Dz2UCv/BdGVM8vK2V0mhO1u+OniHYPWDGvjlNxjCeQ==',
    file: 'dist/deepChat.bundle.js',
  },
} as const satisfies Record<string, Published>;

const CACHE = join(root, 'node_modules/.cache/local-widgets-bench');

/**
 * The file, from npm the first time and from a cache later.
 *
 * @throws Error when npm gives another archive than the one that was measured before
 */
export async function publishedFile(published: Published): Promise<Buffer> {
  const {name, version, integrity, file} = published;
  const archive = join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  await mkdir(CACHE, {recursive: true});
  if (!existsSync(archive)) {
    await run(npm('pack', `${name}@${version}`, '--pack-destination', CACHE));
  }
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${digest}` !== integrity) throw new Error(`${archive} is not ${name}@${version}.`);
  await run(['tar', '-xzf', archive, '-C', CACHE, `package/${file}`]);
  return readFile(join(CACHE, 'package', file));
}

async function run(command: [string, ...string[]]): Promise<void> {
  const {code, output} = await runCommand(command);
  if (code !== 0) throw new Error(output);
}
