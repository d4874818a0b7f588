import {setTimeout as systemPause} from 'node:timers/promises';
import type {Database, HubContext} from '../context.js';
import {isWriting, writesBegun} from '../database/write-group.js';
import {Calm} from './calm.js';

/** For how long messages let orders go first, in milliseconds, and how often it is looked. */
const PATIENCE = 500;
const LOOK_EVERY = 10;

const calms = new WeakMap<Database, Calm>();

/**
 * Lets orders go first, those that are being written and those of the same rush: to write a mail takes longer
 * than to take an order, and a customer waits for the one and not for the other. After a while it goes on
 * however many there are, so that a town which orders all day gets its mails all the same.
 *
 * @param isStopping ends the waiting
 * @param pause settles after so many milliseconds
 */
export async function giveWay(
  {db}: Pick<HubContext, 'db'>,
  isStopping: () => boolean,
  pause: (milliseconds: number) => Promise<unknown> = systemPause,
): Promise<void> {
  const calm = calms.get(db) ?? new Calm();
  calms.set(db, calm);
  for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
    if (calm.look(isWriting(db), writesBegun(db)) || isStopping()) return;
    await pause(LOOK_EVERY);
  }
}
