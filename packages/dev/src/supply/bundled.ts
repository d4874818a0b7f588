import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';

const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/;

/**
 * Names of the packages of others whose code the built files of a package carry inside, told by their source maps;
 * a source that is itself a built file leads on to those of its own.
 *
 * @param folder of a built package
 */
export function bundledIn(folder: string): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const queue = globSync('dist/**/*.js.map', {cwd: folder}).map(path => join(folder, path));
  for (let map = queue.pop(); map !== undefined; map = queue.pop()) {
    if (seen.has(map)) continue;
    seen.add(map);
    const {sources} = JSON.parse(readFileSync(map, 'utf8')) as {sources: string[]};
    for (const source of sources) {
      const name = PACKAGE.exec(source)?.[1];
      if (name !== undefined) names.add(name);
      const next = `${resolve(dirname(map), source)}.map`;
      if (existsSync(next)) queue.push(next);
    }
  }
  return names;
}
