import {secretToken, sha256Hex} from '../chance-and-clock.js';
import type {Database, HubContext} from '../context.js';
import {SESSION_DAYS} from './cookie.js';

const DAY = 86_400_000;

export interface SessionPerson {
  id: string;
  email: string;
  name: string | null;
}

/** Opens a session; the token goes into the cookie, the database keeps its hash. */
export async function openSession(
  {clock, chance}: Pick<HubContext, 'clock' | 'chance'>,
  db: Database,
  personId: string,
): Promise<string> {
  const token = secretToken(chance);
  const now = clock.now().getTime();
  await db
    .insertInto('sessions')
    .values({
      token_hash: sha256Hex(token),
      person_id: personId,
      created_at: now,
      expires_at: now + SESSION_DAYS * DAY,
    })
    .execute();
  return token;
}

/** Whose session it is; `undefined` when it ended. Each day of use makes it last longer. */
export async function findSession(
  {db, clock}: Pick<HubContext, 'db' | 'clock'>,
  token: string,
): Promise<SessionPerson | undefined> {
  const now = clock.now().getTime();
  const hash = sha256Hex(token);
  const row = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['people.id', 'people.email', 'people.name', 'sessions.expires_at'])
    .where('sessions.token_hash', '=', hash)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const {expires_at: expiresAt, ...person} = row;
  const rolled = now + SESSION_DAYS * DAY;
  if (rolled - expiresAt >= DAY) {
    await db
      .updateTable('sessions')
      .set({expires_at: rolled})
      .where('token_hash', '=', hash)
      .execute();
  }
  return person;
}

export async function closeSession({db}: Pick<HubContext, 'db'>, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', sha256Hex(token)).execute();
}
