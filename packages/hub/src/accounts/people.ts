import {uuid7} from '../chance-and-clock.js';
import type {Database, HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {accountWords} from './account-words.js';
import {normalizeEmail} from './email.js';
import {EVERY_SHOP, includesRole, type Role} from './roles.js';
import type {SessionPerson} from './sessions.js';

type Context = Pick<HubContext, 'db' | 'clock' | 'chance'>;

export interface Membership {
  /** `*` for an admin of the hub. */
  shop: string;
  /** The shop's; absent for `*`. */
  name?: string;
  role: Role;
}

export interface ShopPerson {
  id: string;
  email: string;
  name?: string;
  role: Role;
}

/** The person with the address, made when there is none; a name that is known stays. */
export async function findOrMakePerson(
  {clock, chance}: Pick<Context, 'clock' | 'chance'>,
  db: Database,
  person: {email: string; name?: string | undefined; language: string},
): Promise<string> {
  const email = normalizeEmail(person.email);
  await db
    .insertInto('people')
    .values({
      id: uuid7(clock, chance),
      email,
      name: person.name ?? null,
      language: person.language,
      created_at: clock.now().getTime(),
    })
    .onConflict(conflict => conflict.column('email').doNothing())
    .execute();
  const row = db.selectFrom('people').select('id').where('email', '=', email);
  return (await row.executeTakeFirstOrThrow()).id;
}

/** Gives the role for the shop (`*`: for all), instead of the one that the person had there. */
export async function setMembership(
  {clock}: Pick<Context, 'clock'>,
  db: Database,
  membership: {personId: string; shopId: string; role: Role},
): Promise<void> {
  await db
    .insertInto('memberships')
    .values({
      person_id: membership.personId,
      shop_id: membership.shopId,
      role: membership.role,
      created_at: clock.now().getTime(),
    })
    .onConflict(conflict =>
      conflict.columns(['person_id', 'shop_id']).doUpdateSet({role: membership.role}),
    )
    .execute();
}

export async function hasAdmin(db: Database): Promise<boolean> {
  const admin = await db
    .selectFrom('memberships')
    .select('person_id')
    .where('shop_id', '=', EVERY_SHOP)
    .limit(1)
    .executeTakeFirst();
  return admin !== undefined;
}

/** Where somebody works, by name of the shop. */
async function membershipsOf(db: Database, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .leftJoin('shops', 'shops.id', 'memberships.shop_id')
    .select(['memberships.shop_id', 'memberships.role', 'shops.settings'])
    .where('person_id', '=', personId)
    .execute();
  const memberships = rows.map(row => ({
    shop: row.shop_id,
    ...(row.settings !== null && {name: (JSON.parse(row.settings) as {name: string}).name}),
    role: row.role as Role,
  }));
  return memberships.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'fr'));
}

/** What `GET /api/session` tells. */
export async function describeSession(db: Database, {id, email, name}: SessionPerson) {
  const person = {id, email, ...(name !== null && {name})};
  return {person, memberships: await membershipsOf(db, id)};
}

/** Who works in the shop, in the order in which they came. */
export async function listPeople(db: Database, shopId: string): Promise<ShopPerson[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['people.id', 'people.email', 'people.name', 'memberships.role'])
    .where('memberships.shop_id', '=', shopId)
    .orderBy('memberships.created_at')
    .orderBy('people.id')
    .execute();
  return rows.map(({name, ...row}) => ({
    ...row,
    ...(name !== null && {name}),
    role: row.role as Role,
  }));
}

/**
 * Takes somebody out of the shop, and ends their sessions when they work nowhere else.
 *
 * @param by role of the one who asks: only an admin may take out the last merchant
 * @throws HubProblem `not-found`, `wrong-state` for the last merchant
 */
export async function dismissPerson(
  {db}: Pick<Context, 'db'>,
  shopId: string,
  personId: string,
  by: Role,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const people = await listPeople(trx, shopId);
    const person = people.find(({id}) => id === personId);
    if (person === undefined) throw new HubProblem('not-found');
    if (by !== 'admin') keepLastMerchant(people, personId);
    await trx
      .deleteFrom('memberships')
      .where('person_id', '=', personId)
      .where('shop_id', '=', shopId)
      .execute();
    if ((await membershipsOf(trx, personId)).length === 0) {
      await trx.deleteFrom('sessions').where('person_id', '=', personId).execute();
    }
  });
}

/** @throws HubProblem `wrong-state` when the person is the only one who runs the shop */
export function keepLastMerchant(people: readonly ShopPerson[], personId: string): void {
  const merchants = people.filter(({role}) => includesRole(role, 'merchant'));
  if (merchants.length === 1 && merchants[0]!.id === personId) {
    throw new HubProblem('wrong-state', {
      title: language => accountWords(language).lastMerchant,
    });
  }
}
