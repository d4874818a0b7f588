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

/** A bundle as it was built. */
export interface MeasuredBundle extends Bundle {
  readonly sizes: Sizes;
}

/** What each bundle weighs. */
export function measureBundles(
  folder = join(root, 'packages/embed/dist/cdn'),
  list: readonly Bundle[] = bundles,
): MeasuredBundle[] {
  return list.map(bundle => ({
    ...bundle,
    sizes: measure(bundle.files.map(file => readFileSync(join(folder, file)))),
  }));
}

/** Holds each bundle of the built script files against its budget. */
export function sizeChecks(folder?: string, list: readonly Bundle[] = bundles): Check[] {
  return list.map(bundle => ({
    name: `${bundle.name} (${bundle.files.join(', ')})`,
    run: () => {
      const {budget} = bundle;
      const {min, gzip, brotli} = measureBundles(folder, [bundle])[0]!.sizes;
      const text = `min ${min}, gzip ${gzip}, brotli ${brotli} of ${budget} bytes`;
      if (brotli > budget) throw new Error(`${text}: ${brotli - budget} too many`);
      return text;
    },
  }));
}
