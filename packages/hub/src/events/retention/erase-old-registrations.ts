import type {HubContext} from '../../context.js';
import {eraseRegistration} from '../signup/erase-registration.js';

const DAY = 86_400_000;
/** Registrations in one query. */
const AT_ONCE = 200;

/**
 * Erases who signed up, so many days after the date (GDPR, article 5, 1, e). How many came stays.
 *
 * @returns how many
 */
export async function eraseOldRegistrations(context: HubContext): Promise<number> {
  const {db, clock, config} = context;
  const before = clock.now().getTime() - config.retention.contactDays * DAY;
  let erased = 0;
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('registrations')
      .innerJoin('event_dates', join =>
        join
          .onRef('event_dates.event_id', '=', 'registrations.event_id')
          .onRef('event_dates.recurrence_id', '=', 'registrations.recurrence_id'),
      )
      .select('registrations.id')
      .where('registrations.id', '>', after)
      .where('registrations.erased_at', 'is', null)
      .where('event_dates.ends_at', '<=', before)
      .orderBy('registrations.id')
      .limit(AT_ONCE)
      .execute();
    for (const {id} of rows) if (await eraseRegistration(context, id)) erased++;
    if (rows.length < AT_ONCE) return erased;
    after = rows.at(-1)!.id;
  }
}
