import {existsSync} from 'node:fs';
import {join, posix} from 'node:path';
import type {TestRunnerPlugin} from '@web/test-runner-core';

/**
 * Where the browser finds an import of ours, as a path from the repository's root: tests read the
 * sources of every package, so they need no build. Undefined when the import is none of ours.
 *
 * @param source the import's text, `@local-widgets/x`, `@local-widgets/x/define.js` or relative
 * @param importer path of the importing file from the root, as in the URL
 */
export function resolveSource(root: string, source: string, importer: string): string | undefined {
  const ours = /^@local-widgets\/([a-z-]+)(?:\/(.+))?$/.exec(source);
  if (ours) {
    const [, name, subpath = 'index.js'] = ours;
    const base = `/packages/${name}/src/${subpath}`;
    return firstFile(root, [base.replace(/\.js$/, '.ts'), `${base}.ts`, `${base}/index.ts`]);
  }
  if (/^\.\.?\/.*\.js$/.test(source) && /^\/packages\/[a-z-]+\/(src|test)\//.test(importer)) {
    const path = posix.join(posix.dirname(importer), source);
    if (existsSync(join(root, path))) return undefined;
    return firstFile(root, [path.replace(/\.js$/, '.ts')]);
  }
  return undefined;
}

export function resolveSources(root: string): TestRunnerPlugin {
  return {
    name: 'local-widgets-sources',
    resolveImport: ({source, context}) => resolveSource(root, source, context.path),
  };
}

function firstFile(root: string, paths: string[]): string | undefined {
  return paths.find(path => path.endsWith('.ts') && existsSync(join(root, path)));
}
