import {wait} from '../../support/seeded.js';

/** Looks again and again until it is so: a test waits for what happens, never for a time. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  for (let tries = 0; tries < 3000; tries++) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await wait(10);
  }
  throw new Error(`It did not come to this: ${what}`);
}
