import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {analyze} from '../manifest/analyze.js';
import {elementPackages} from '../manifest/describe-package.js';
import {factsOf} from '../manifest/facts.js';
import type {Manifest} from '../manifest/schema.js';
import {readSources} from '../manifest/sources.js';
import {SentenceError} from '../sentence-error.js';
import {commentsIn} from './comments.js';
import {tokensIn} from './tokens.js';
import {describeElement, type DescribedWidget} from './widget.js';

export interface PackageOfWidgets {
  /** From the root. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly widgets: readonly DescribedWidget[];
  /** As published. */
  readonly manifest: Manifest;
}

export interface Description {
  readonly packages: readonly PackageOfWidgets[];
  /** What is wrong with the comments, a sentence each. */
  readonly problems: readonly string[];
}

/** What every package whose elements the script tag can load says of them. */
export function describeWidgets(root: string): Description {
  const {devDependencies = {}} = packageOf(join(root, 'packages/embed'));
  const coreSources = readSources(join(root, 'packages/core'));
  const core = analyze(coreSources);
  const problems: string[] = [];
  const tokens = tokensIn(
    coreSources,
    file => (what, write) => problems.push(`packages/core/${file}: ${what}; write ${write}.`),
  );
  const packages = elementPackages(root).flatMap(folder => {
    const {name, version} = packageOf(join(root, folder));
    // the desk is served by the hub, and no part of a page
    if (!(name in devDependencies)) return [];
    const sources = readSources(join(root, folder));
    const facts = factsOf(analyze(sources, [core]), sources, coreSources);
    const comments = new Map([...commentsIn(coreSources), ...commentsIn(sources)]);
    const described = facts.elements.map(one =>
      describeElement(one, {facts, comments, packageName: name, tokens}),
    );
    problems.push(...described.flatMap(one => one.problems).map(one => `${folder}/${one}`));
    const widgets = described.map(({widget}) => widget);
    return [{folder, name, version, widgets, manifest: manifestOf(join(root, folder))}];
  });
  return {packages, problems};
}

function packageOf(folder: string): {
  name: string;
  version: string;
  devDependencies?: Record<string, string>;
} {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReturnType<
    typeof packageOf
  >;
}

function manifestOf(folder: string): Manifest {
  const file = join(folder, 'custom-elements.json');
  if (!existsSync(file)) {
    throw new SentenceError(`${file} is not there: run "npm run manifest" first.`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
