import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {root} from '../root.js';
import type {Check} from './check.js';
import {bundles, type Bundle} from './size-budgets.js';

interface Sizes {
  min: number;
  gzip: number;
  brotli: number;
}

/** Sums of the files as they are, and each compressed at the best quality. */
function measure(contents: readonly Buffer[]): Sizes {
  const sum = (size: (content: Buffer) => number): number =>
    contents.reduce((total, content) => total + size(content), 0);
  return {
    min: sum(content => content.length),
    gzip: sum(content => gzipSync(content, {level: 9}).length),
    brotli: sum(content => brotliCompressSync(content).length),
  };
}

/** Holds each bundle of the built script files against its budget. */
export function sizeChecks(
  folder = join(root, 'packages/embed/dist/cdn'),
  list: readonly Bundle[] = bundles,
): Check[] {
  return list.map(({name, files, budget}) => ({
    name: `${name} (${files.join(', ')})`,
    run: () => {
      const sizes = measure(files.map(file => readFileSync(join(folder, file))));
      const {min, gzip, brotli} = sizes;
      const text = `min ${min}, gzip ${gzip}, brotli ${brotli} of ${budget} bytes`;
      if (brotli > budget) throw new Error(`${text}: ${brotli - budget} too many`);
      return text;
    },
  }));
}
