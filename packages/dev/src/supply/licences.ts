/**
 * Licences that what we ship may have, beside the EUPL-1.2 of our own: they ask for no more than their text and
 * a name, so that a town hall can pass our files on. Names of https://spdx.org/licenses
 */
const FINE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
]);

/** Whether a licence, or one of several to choose from, is among them. */
export const isFineLicence = (expression: string | undefined): boolean =>
  expression !== undefined &&
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some(one => FINE.has(one.trim()));
