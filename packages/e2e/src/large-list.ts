import {expect} from '@open-wc/testing';
import {until} from './frame.js';
import {rows, status} from './parts.js';

const COUNT = 8000;
/** A list above the size from which a worker reads. */
export const LARGE = `/__feeds/geojson?n=${COUNT}`;

/** Waits until the map shows the whole of it. */
export async function listed(shops: Element): Promise<void> {
  await until(() => rows(shops).length > 0, 'the list is there', 14_000);
  expect(status(shops).replace(/\s/g, '')).to.match(new RegExp(`^${COUNT}adresses`));
}
