import {secretToken, sha256Hex} from '../chance-and-clock.js';
import type {Database, HubContext, HubTransaction} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {normalizeEmail} from './email.js';
import {findOrMakePerson, hasAdmin, setMembership} from './people.js';
import {EVERY_SHOP} from './roles.js';

type Context = Pick<HubContext, 'db' | 'clock' | 'chance' | 'config' | 'outbox'>;

const MINUTE = 60_000;
/** For how long a link of a mail is good. */
const LINK_MINUTES = 15;
/** For how long the link on the console is good; the next start prints another. */
const SET_UP_HOURS = 24;
/** Links to one address that may be open at once: nobody's mailbox is filled by others. */
const OPEN_LINKS = 3;
/** Stands for the address of somebody who is not known: the same is written, and nobody gets it. */
const NOBODY = '';

/**
 * Sends a link when somebody with the address works here. What is done and how long it takes is the
 * same when not, so that nobody learns whose addresses these are.
 */
export async function requestLink(
  context: Context,
  {email, language}: {email: string; language: 'fr' | 'en'},
): Promise<void> {
  const address = normalizeEmail(email);
  await context.db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('people')
      .innerJoin('memberships', 'memberships.person_id', 'people.id')
      .select('people.id')
      .where('people.email', '=', address)
      .limit(1)
      .executeTakeFirst();
    const isFull = await hasOpenLinks(context, trx, address);
    const isSent = known !== undefined && !isFull;
    const url = await writeLink(context, trx, isSent ? address : NOBODY, LINK_MINUTES);
    if (!isSent) return;
    await sendLink(context, trx, {to: address, url, language});
  });
  context.outbox.wake();
}

/** Writes a link for somebody who was just let in, and its mail, in the caller's transaction. */
export async function inviteByLink(
  context: Context,
  trx: HubTransaction,
  {email, language}: {email: string; language: 'fr' | 'en'},
): Promise<void> {
  const to = normalizeEmail(email);
  if (await hasOpenLinks(context, trx, to)) return;
  const url = await writeLink(context, trx, to, LINK_MINUTES);
  await sendLink(context, trx, {to, url, language});
}

/**
 * The first admin's link, to be shown where only the one who runs the hub sees it.
 *
 * @returns `undefined` when there is an admin
 */
export async function createSetUpLink(context: Context): Promise<string | undefined> {
  if (await hasAdmin(context.db)) return undefined;
  return writeLink(context, context.db, EVERY_SHOP, SET_UP_HOURS * 60);
}

/** What a link is for, without using it up; `undefined` when it is good no more. */
export async function lookAtLink(
  {db, clock}: Pick<Context, 'db' | 'clock'>,
  token: string,
): Promise<'sign-in' | 'set-up' | undefined> {
  const row = await db
    .selectFrom('sign_in_links')
    .select('email')
    .where('token_hash', '=', sha256Hex(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock.now().getTime())
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return row.email === EVERY_SHOP ? 'set-up' : 'sign-in';
}

/** What the first admin tells of themselves. */
export interface SetUpAnswer {
  name: string;
  email: string;
  language: 'fr' | 'en';
}

/**
 * Uses a link up, once however many try.
 *
 * @param answer for the set-up link, which makes its user an admin
 * @returns id of the person who may come in
 * @throws HubProblem `unauthorized` when it is good no more, `invalid` for set-up without an answer
 */
export async function useLink(
  context: Context,
  token: string,
  answer?: SetUpAnswer,
): Promise<string> {
  const purpose = await lookAtLink(context, token);
  if (purpose === undefined) throw new HubProblem('unauthorized');
  if (purpose === 'set-up') {
    if (answer === undefined) throw new HubProblem('invalid');
    return useSetUpLink(context, token, answer);
  }
  const row = await context.db
    .updateTable('sign_in_links')
    .set({used_at: context.clock.now().getTime()})
    .where('token_hash', '=', sha256Hex(token))
    .where('used_at', 'is', null)
    .returning('email')
    .executeTakeFirst();
  const person =
    row &&
    (await context.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', row.email)
      .executeTakeFirst());
  if (person === undefined) throw new HubProblem('unauthorized');
  return person.id;
}

async function useSetUpLink(context: Context, token: string, answer: SetUpAnswer): Promise<string> {
  const hash = sha256Hex(token);
  return context.db.transaction().execute(async trx => {
    // all of them at once: two links used at the same moment still make one admin
    const used = await trx
      .updateTable('sign_in_links')
      .set({used_at: context.clock.now().getTime()})
      .where('email', '=', EVERY_SHOP)
      .where('used_at', 'is', null)
      .returning('token_hash')
      .execute();
    const isOurs = used.some(row => row.token_hash === hash);
    if (!isOurs || (await hasAdmin(trx))) throw new HubProblem('unauthorized');
    const personId = await findOrMakePerson(context, trx, answer);
    await setMembership(context, trx, {personId, shopId: EVERY_SHOP, role: 'admin'});
    return personId;
  });
}

async function hasOpenLinks({clock}: Context, db: Database, email: string): Promise<boolean> {
  const {open} = await db
    .selectFrom('sign_in_links')
    .select(eb => eb.fn.countAll<number>().as('open'))
    .where('email', '=', email)
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock.now().getTime())
    .executeTakeFirstOrThrow();
  return open >= OPEN_LINKS;
}

async function writeLink(
  {clock, chance, config}: Context,
  db: Database,
  email: string,
  minutes: number,
): Promise<string> {
  const token = secretToken(chance);
  await db
    .insertInto('sign_in_links')
    .values({
      token_hash: sha256Hex(token),
      email,
      expires_at: clock.now().getTime() + minutes * MINUTE,
      used_at: null,
    })
    .execute();
  return `${config.publicUrl}/sign-in?token=${token}`;
}

function sendLink(
  {outbox}: Context,
  trx: HubTransaction,
  {to, url, language}: {to: string; url: string; language: 'fr' | 'en'},
): Promise<void> {
  const data = {url, language, minutes: LINK_MINUTES};
  return outbox.enqueue(trx, {kind: 'mail', template: 'sign-in', to, data});
}
