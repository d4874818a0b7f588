import type {Database, HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {Limit} from './limits.js';

/**
 * Takes one from a bucket that all processes share, in one statement: for what is rare and costs much
 * (conversations, images, reports). In a transaction that fails, nothing is taken.
 *
 * @param key what is limited and whom, the latter as a keyed hash
 * @throws HubProblem `too-many-requests`
 */
export async function takeKept(
  {clock}: Pick<HubContext, 'clock'>,
  db: Database,
  key: string,
  {burst, interval}: Limit,
): Promise<void> {
  const now = clock.now().getTime();
  const tolerance = (burst - 1) * interval;
  const taken = await db
    .insertInto('chat_limits')
    .values({key, free_at: now + interval})
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet(eb => ({
          free_at: eb(
            eb
              .case()
              .when('chat_limits.free_at', '>', now)
              .then(eb.ref('chat_limits.free_at'))
              .else(now)
              .end(),
            '+',
            interval,
          ),
        }))
        .where('chat_limits.free_at', '<=', now + tolerance),
    )
    .returning('free_at')
    .executeTakeFirst();
  if (taken) return;
  const row = await db
    .selectFrom('chat_limits')
    .select('free_at')
    .where('key', '=', key)
    .executeTakeFirst();
  throw tooMany((row?.free_at ?? now) - now - tolerance);
}

/** @param wait milliseconds */
export const tooMany = (wait: number): HubProblem =>
  new HubProblem('too-many-requests', {retryAfter: Math.max(1, Math.ceil(wait / 1000))});
