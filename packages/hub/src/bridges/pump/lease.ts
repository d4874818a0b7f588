import type {Database} from '../../context.js';

/**
 * For how long a lease is good, in milliseconds, and how often it is renewed. A process that is killed is
 * followed by another one, or by itself, once its lease is over.
 */
export const LEASE = {goodFor: 15_000, renewEvery: 5000};

/** Of the bridges that one process runs for all. */
export const LEASE_NAME = 'bridges';

export interface LeaseQuestion {
  name: string;
  /** Which process asks. */
  holder: string;
  now: Date;
}

/** Takes a lease that nobody has, or renews one's own. @returns whether one has it now */
export async function takeLease(
  db: Database,
  {name, holder, now}: LeaseQuestion,
): Promise<boolean> {
  const until = now.getTime() + LEASE.goodFor;
  const taken = await db
    .insertInto('leases')
    .values({name, holder, until})
    .onConflict(conflict =>
      conflict
        .column('name')
        .doUpdateSet({holder, until})
        .where(eb =>
          eb.or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now.getTime())]),
        ),
    )
    .returning('holder')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Gives it back, so that another process need not wait for its end. */
export async function releaseLease(
  db: Database,
  {name, holder}: Omit<LeaseQuestion, 'now'>,
): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
}

/** Who has it, or had it last. */
export async function holderOf(db: Database, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('leases')
    .select('holder')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.holder;
}
