import {readFile} from 'node:fs/promises';
import {brotliSize} from '../measuring/compressed-bytes.js';
import {packageFolder} from '../measuring/packages.js';

export const GOOGLE = '@googlemaps/extended-component-library';

/**
 * Kilobytes of Google's own components (`gmpx-store-locator` and more), as brotli makes their published bundle. The
 * map itself comes from Google's servers on top of it, and cannot be measured without them.
 */
export async function googleKilobytes(): Promise<number> {
  return (await brotliSize(await readFile(`${packageFolder(GOOGLE)}/dist/index.min.js`))) / 1000;
}
