import {createToken} from '../../../src/accounts/api-tokens.js';
import {findOrMakePerson} from '../../../src/accounts/people.js';
import {openSession} from '../../../src/accounts/sessions.js';
import {cookieName} from '../../../src/accounts/cookie.js';
import {sha256Hex} from '../../../src/chance-and-clock.js';
import {matrixTokens} from '../../../src/bridges/matrix/registration.js';
import type {Role} from '../../../src/accounts/roles.js';
import {signedIn} from '../../accounts/people-of-tests.js';
import type {TestHub} from '../../support/test-hub.js';
import {MAIL_SECRET} from './whole-hub.js';
import type {ShopName, World} from './world.js';

/** Somebody who asks, and what the hub knows of them. */
export interface Caller {
  name: string;
  headers: Record<string, string>;
  /** Who has a session that is good. */
  isSignedIn?: true;
  /** Comes from a page of the hub. */
  isOwnPage?: true;
  /** Where they have which role. */
  at?: {shop: ShopName | '*'; role: Role};
  /** The shop in which they are the visitor of the room; `none` for a secret of nobody. */
  visitorAt?: ShopName | 'none';
  /** Brings an Authorization header, which speaks for them alone. */
  isBearer?: true;
  server?: string;
}

/** All kinds of callers there are, on a hub with two shops. */
export async function makeCallers(hub: TestHub, world: World): Promise<Caller[]> {
  const {context} = hub;
  const origin = context.config.publicUrl;
  const cookie = (token: string) => ({cookie: `${cookieName(context.config)}=${token}`, origin});
  const person = async (role: Role, shop: ShopName | '*'): Promise<Caller> => {
    const {headers} = await signedIn(hub, role, {shop, email: `${role}@${shop}.matrix.example`});
    return {name: `${role} of ${shop}`, headers, ...SIGNED_IN, at: {shop, role}};
  };
  const program = async (role: Role, shop: ShopName): Promise<Caller> => {
    const {token} = await createToken(context, shop, {name: 'till', role});
    return {...bearer(`token of a ${role} of ${shop}`, token), at: {shop, role}};
  };
  const strangerId = await findOrMakePerson(context, context.db, {
    ...{email: 'stranger@matrix.example', language: 'fr'},
  });
  const session = () => openSession(context, context.db, strangerId);

  const expired = await person('merchant', 'fournil');
  await expireSession(hub, expired);
  const closed = await person('merchant', 'fournil');
  await context.db.deleteFrom('sessions').where('token_hash', '=', hashOf(closed)).execute();
  const revoked = await program('merchant', 'fournil');
  await context.db
    .updateTable('api_tokens')
    .set({revoked_at: 1})
    .where('token_hash', '=', sha256Hex(revoked.headers['authorization']!.slice(7)))
    .execute();
  const {homeserver} = await matrixTokens(context.chat);

  return [
    {name: 'nobody', headers: {}},
    {name: 'nobody, on a page of the hub', headers: {origin}, isOwnPage: true},
    {name: 'stranger', headers: cookie(await session()), ...SIGNED_IN},
    ...(await Promise.all([person('clerk', 'fournil'), person('merchant', 'fournil')])),
    ...(await Promise.all([person('clerk', 'librairie'), person('merchant', 'librairie')])),
    await person('admin', '*'),
    await program('clerk', 'fournil'),
    await program('merchant', 'fournil'),
    await program('merchant', 'librairie'),
    {name: 'expired session', headers: expired.headers, isOwnPage: true},
    {name: 'closed session', headers: closed.headers, isOwnPage: true},
    bearer('revoked token', revoked.headers['authorization']!.slice(7)),
    bearer('made-up token', `lwhub_${'x'.repeat(43)}`),
    {...bearer('visitor of fournil', world.fournil.visitor), visitorAt: 'fournil'},
    {...bearer('visitor of librairie', world.librairie.visitor), visitorAt: 'librairie'},
    {...bearer('secret of nobody', 'n'.repeat(43)), visitorAt: 'none'},
    {...bearer('mail provider', MAIL_SECRET), server: 'a mail provider'},
    // the hub's secrets look like a visitor's, of whom nobody knows
    {...bearer('homeserver', homeserver), visitorAt: 'none', server: 'the Matrix homeserver'},
  ];
}

const SIGNED_IN = {isSignedIn: true, isOwnPage: true} as const;

const bearer = (name: string, token: string): Caller => ({
  ...{name, headers: {authorization: `Bearer ${token}`}, isBearer: true},
});

const hashOf = ({headers}: Caller) => sha256Hex(/=([\w-]{43})$/.exec(headers['cookie']!)![1]!);

async function expireSession({context: {db, clock}}: TestHub, caller: Caller): Promise<void> {
  await db
    .updateTable('sessions')
    .set({expires_at: clock.now().getTime()})
    .where('token_hash', '=', hashOf(caller))
    .execute();
}
