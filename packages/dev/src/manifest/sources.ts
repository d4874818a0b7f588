import {globSync, readFileSync} from 'node:fs';
import {join, sep} from 'node:path';

/** The sources of one package: paths from its folder, with slashes, and what they hold. */
export type Sources = ReadonlyMap<string, string>;

/** Everything below `src` that is compiled, sorted by path, so that every machine writes the same. */
export function readSources(folder: string): Sources {
  const paths = globSync('src/**/*.ts', {cwd: folder, exclude: ['**/*.d.ts']});
  return new Map(
    paths
      .map(path => path.split(sep).join('/'))
      .sort()
      .map(path => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}
