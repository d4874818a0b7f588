import {setTimeout as sleep} from 'node:timers/promises';
import type {HubContext} from '../context.js';
import {isWriting} from '../database/write-group.js';

/** For how long messages let orders go first, in milliseconds, and how often it is looked. */
const PATIENCE = 1000;
const LOOK_EVERY = 10;

/**
 * Lets orders that are being written go first: to write a mail takes longer than to take an order, and a
 * customer waits for the one and not for the other. After a while it goes on however many there are, so that
 * a town which orders all day gets its mails all the same.
 *
 * @param isStopping ends the waiting
 */
export async function giveWay(
  {db}: Pick<HubContext, 'db'>,
  isStopping: () => boolean,
): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
    if (!isWriting(db) || isStopping()) return;
    await sleep(LOOK_EVERY);
  }
}
