import {cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, sep} from 'node:path';
import type {Manifest} from '../manifest/schema.js';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {bundleConfigurator} from './bundle.js';
import {entryProblems} from './check-entries.js';
import {linkProblems} from './check-links.js';
import {layOut} from './layout.js';
import {makeSite} from './site.js';

const folder = join(root, 'docs/dist');
const embed = join(root, 'packages/embed');

/** Folders that go to the site as they are. */
const COPIED: readonly (readonly [from: string, to: string])[] = [
  ['docs/site', '.'],
  ['packages/embed/dist/cdn', 'local-widgets'],
  ['examples/town/data', 'examples/data'],
  ['examples/town/images', 'examples/images'],
];

async function main(): Promise<number> {
  const {version} = JSON.parse(readFileSync(join(embed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const {pages, files, widgets} = makeSite(root);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  for (const [from, to] of [...COPIED, ...[...files].map(([from, to]) => [from, to] as const)]) {
    cpSync(join(root, from), join(folder, to), {
      recursive: true,
      filter: path => !path.endsWith('.map'),
    });
  }
  await bundleConfigurator(root, folder);
  const written = pages.map(page => ({...page, html: layOut(page, version)}));
  for (const {path, html} of written) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), html);
  }
  const names = globSync('**/*', {cwd: folder}).map(name => name.split(sep).join('/'));
  const problems = [
    ...linkProblems(written, new Set(names)),
    ...entryProblems(
      manifests(new Set(widgets.map(one => one.package))),
      written.flatMap(({path, html}) => {
        const name = /(?:^|\/)widgets\/(?!index)([\w-]+)\.html$/.exec(path)?.[1];
        return name ? [{path, tag: `local-${name}`, html}] : [];
      }),
    ),
  ];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`docs/dist: ${written.length} pages, ${problems.length} problems\n`);
  return problems.length > 0 ? 1 : 0;
}

function manifests(packages: ReadonlySet<string>): Manifest[] {
  return [...packages].map(name => {
    const file = join(root, 'packages', name.replace(/^.*\//, ''), 'custom-elements.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SentenceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
