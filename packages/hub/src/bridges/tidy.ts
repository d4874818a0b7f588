import type {HubContext} from '../context.js';
import {errorFacts} from '../outbox/error-facts.js';
import type {After} from '../after.js';

/** Milliseconds between two rounds, and for which what has no message is known: an hour, a week. */
const EVERY = 3_600_000;
const KEEP = 7 * 86_400_000;

type Context = Pick<HubContext, 'db' | 'clock'>;

/**
 * Forgets what is of no more use: the ids of transactions that no homeserver sends again, and what erased
 * conversations are called elsewhere once their deletions have been told there.
 */
export async function tidy({db, clock}: Context): Promise<void> {
  await db
    .deleteFrom('bridge_messages')
    .where('room_id', 'is', null)
    .where('at', '<', clock.now().getTime() - KEEP)
    .execute();
  for (const table of ['bridge_messages', 'bridge_rooms'] as const) {
    await db
      .deleteFrom(table)
      .where('room_id', 'in', eb =>
        eb
          .selectFrom('rooms as r')
          .select('r.id')
          .where('r.erased_at', 'is not', null)
          .where(room =>
            room.not(
              room.exists(
                room
                  .selectFrom('bridge_cursors as c')
                  .select('c.room_id')
                  .whereRef('c.room_id', '=', 'r.id')
                  .whereRef('c.seq', '<', 'r.last_seq'),
              ),
            ),
          ),
      )
      .execute();
  }
}

/** Once now, and each hour. */
export function startTidying(
  context: Pick<HubContext, 'db' | 'clock' | 'log'>,
  after: After,
): {stop(): void} {
  let callOff = () => {};
  const run = () => {
    tidy(context).catch((error: unknown) =>
      context.log.warn({error: errorFacts(error)}, 'Bridges could not be tidied up.'),
    );
    callOff = after(EVERY, run);
  };
  run();
  return {stop: () => callOff()};
}
