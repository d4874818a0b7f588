import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {analyze} from './analyze.js';
import {apiTables} from './api-tables.js';
import {findProblems} from './completeness.js';
import {factsOf} from './facts.js';
import {publicManifest} from './public-manifest.js';
import {formatMarkdown, withTables} from './readme.js';
import {readSources} from './sources.js';

export interface PackageDescription {
  /** Text of custom-elements.json. */
  manifest: string;
  /** Text of README.md with fresh tables; undefined when there is no place for them. */
  readme: string | undefined;
  /** What is wrong, a sentence each, beginning with the file's path in the package. */
  problems: string[];
  /** Its tags, for people. */
  tags: string[];
}

/** Folders of the packages that have elements, from the root: those that name a manifest. */
export function elementPackages(root: string): string[] {
  return globSync('packages/*/package.json', {cwd: root})
    .filter(path => manifestOf(join(root, path)).customElements !== undefined)
    .map(dirname)
    .sort();
}

/** Reads the package in `folder`, whose elements extend the base element of the package in `core`. */
export async function describePackage(folder: string, core: string): Promise<PackageDescription> {
  const sources = readSources(folder);
  const coreSources = readSources(core);
  const raw = analyze(sources, [analyze(coreSources)]);
  const facts = factsOf(raw, sources, coreSources);
  const problems = findProblems(facts);
  if (facts.elements.length === 0) {
    problems.push(
      'package.json: there is no element; write @tag in its JSDoc, or drop customElements.',
    );
  }
  const manifest = publicManifest(raw, {
    entries: ['src/index.ts', 'src/define.ts'],
    definitions: facts.definitions,
    basePackage: manifestOf(join(core, 'package.json')).name,
  });
  const file = join(folder, 'README.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const readme = withTables(text, await formatMarkdown(apiTables(facts), file));
  if (readme === undefined) {
    problems.push(
      'README.md: write "<!-- api:start -->" and "<!-- api:end -->" where the tables go.',
    );
  }
  return {
    manifest: `${JSON.stringify(manifest, undefined, 2)}\n`,
    readme,
    problems,
    tags: facts.elements.map(({declaration}) => declaration.tagName ?? ''),
  };
}

function manifestOf(file: string): {name: string; customElements?: string} {
  return JSON.parse(readFileSync(file, 'utf8')) as {name: string; customElements?: string};
}
