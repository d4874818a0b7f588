import {globSync, readFileSync} from 'node:fs';
import {join, sep} from 'node:path';
import type {Guide} from './editors/llms-txt.js';

/** The pages that a newcomer may read, with their first headings. */
export function guidesIn(root: string): Guide[] {
  const paths = globSync(['packages/*/README.md', 'docs/*.md'], {cwd: root});
  return paths
    .map(path => path.split(sep).join('/'))
    .filter(path => !/^packages\/(?:bench|dev|e2e)\//.test(path))
    .sort()
    .flatMap(path => {
      const title = /^# (.+)$/m.exec(readFileSync(join(root, path), 'utf8'))?.[1];
      return title ? [{path, title: title.replaceAll('`', '')}] : [];
    });
}
