import {cookieName} from '../../src/accounts/cookie.js';
import {findOrMakePerson, setMembership} from '../../src/accounts/people.js';
import type {Role} from '../../src/accounts/roles.js';
import {openSession} from '../../src/accounts/sessions.js';
import type {TestHub} from '../support/test-hub.js';

/** Headers of a browser in which somebody is signed in, as a page of the hub sends them. */
export interface SignedIn {
  id: string;
  headers: {cookie: string; origin: string};
}

/** Somebody who works in a shop (`*`: admin of the hub), signed in. */
export async function signedIn(
  {context}: TestHub,
  role: Role,
  {shop = role === 'admin' ? '*' : 'fournil', email = `${role}@example.org`} = {},
): Promise<SignedIn> {
  const {db, config} = context;
  const id = await findOrMakePerson(context, db, {email, language: 'fr'});
  await setMembership(context, db, {personId: id, shopId: shop, role});
  const token = await openSession(context, db, id);
  return {id, headers: {cookie: `${cookieName(config)}=${token}`, origin: config.publicUrl}};
}

/** The cookie that an answer sets, as the browser sends it back. */
export function cookieOf(headers: Record<string, unknown>): string {
  return String(headers['set-cookie']).split(';')[0]!;
}

/** The secret of the last link that a mail in the outbox holds. */
export async function linkToken({context}: TestHub): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('outbox')
    .select('payload')
    .where('kind', '=', 'mail')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return /token=([\w-]{43})/.exec(row?.payload ?? '')?.[1];
}
