import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {CHALLENGE_LASTS, consumeChallenge, issueChallenge} from './passkey-challenges.js';
import type {SessionPerson} from './sessions.js';

/** Ten megabytes of memory, for who signs in with a passkey. */
const webAuthn = () => import('@simplewebauthn/server');

type Context = Pick<HubContext, 'db' | 'clock' | 'chance' | 'config'>;

export interface Passkey {
  id: string;
  name: string;
  /** ISO 8601. */
  createdAt: string;
  lastUsedAt?: string;
}

/** EdDSA, ES256 and RS256 (RFC 9053): what the platforms of today sign with. */
const ALGORITHMS = [-8, -7, -257];

/** Passkeys belong to the hub's host; browsers refuse them on a bare IP address. */
const hostOf = ({config}: Pick<Context, 'config'>) => new URL(config.publicUrl).hostname;
const originOf = ({config}: Pick<Context, 'config'>) => new URL(config.publicUrl).origin;

/** What `navigator.credentials.create` is to be asked for. */
export async function registrationOptions(
  context: Context,
  person: SessionPerson,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = await context.db
    .selectFrom('passkeys')
    .select('credential_id')
    .where('person_id', '=', person.id)
    .execute();
  return (await webAuthn()).generateRegistrationOptions({
    rpName: hostOf(context),
    rpID: hostOf(context),
    userID: Uint8Array.from(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name ?? person.email,
    challenge: await issueChallenge(context, person.id),
    timeout: CHALLENGE_LASTS,
    excludeCredentials: own.map(row => ({id: row.credential_id})),
    supportedAlgorithmIDs: ALGORITHMS,
    // it is the only thing asked for at sign-in: it must be found without a name, and unlocked
    authenticatorSelection: {residentKey: 'required', userVerification: 'required'},
  });
}

/**
 * Keeps a new passkey.
 *
 * @throws HubProblem `invalid` when it does not answer what was asked
 */
export async function registerPasskey(
  context: Context,
  person: SessionPerson,
  response: RegistrationResponseJSON,
  name: string,
): Promise<Passkey> {
  const {registrationInfo} = await orProblem('invalid', async () =>
    (await webAuthn()).verifyRegistrationResponse({
      response,
      expectedChallenge: challenge => consumeChallenge(context, challenge, person.id),
      expectedOrigin: originOf(context),
      expectedRPID: hostOf(context),
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (registrationInfo === undefined) throw new HubProblem('invalid');
  const {credential} = registrationInfo;
  const now = context.clock.now();
  const made = await context.db
    .insertInto('passkeys')
    .values({
      credential_id: credential.id,
      person_id: person.id,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      name,
      created_at: now.getTime(),
      last_used_at: null,
    })
    .onConflict(conflict => conflict.column('credential_id').doNothing())
    .returning('credential_id')
    .executeTakeFirst();
  if (made === undefined) throw new HubProblem('invalid');
  return {id: credential.id, name, createdAt: now.toISOString()};
}

/** What `navigator.credentials.get` is to be asked for: any passkey of this hub. */
export async function authenticationOptions(
  context: Context,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return (await webAuthn()).generateAuthenticationOptions({
    rpID: hostOf(context),
    challenge: await issueChallenge(context, null),
    timeout: CHALLENGE_LASTS,
    userVerification: 'required',
  });
}

/**
 * Who signed.
 *
 * @returns id of the person
 * @throws HubProblem `unauthorized` for everything that is not a good signature of a known passkey
 */
export async function verifyPasskey(
  context: Context,
  response: AuthenticationResponseJSON,
): Promise<string> {
  const row = await context.db
    .selectFrom('passkeys')
    .selectAll()
    .where('credential_id', '=', response.id)
    .executeTakeFirst();
  if (row === undefined) throw new HubProblem('unauthorized');
  const {verified, authenticationInfo} = await orProblem('unauthorized', async () =>
    (await webAuthn()).verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge => consumeChallenge(context, challenge, null),
      expectedOrigin: originOf(context),
      expectedRPID: hostOf(context),
      credential: {
        id: row.credential_id,
        publicKey: Uint8Array.from(Buffer.from(row.public_key, 'base64url')),
        counter: row.counter,
        transports: JSON.parse(row.transports) as string[],
      },
    }),
  );
  if (!verified) throw new HubProblem('unauthorized');
  await context.db
    .updateTable('passkeys')
    .set({counter: authenticationInfo.newCounter, last_used_at: context.clock.now().getTime()})
    .where('credential_id', '=', row.credential_id)
    .execute();
  return row.person_id;
}

export async function listPasskeys(
  {db}: Pick<Context, 'db'>,
  personId: string,
): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .select(['credential_id', 'name', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return rows.map(row => ({
    id: row.credential_id,
    name: row.name,
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.last_used_at !== null && {lastUsedAt: new Date(row.last_used_at).toISOString()}),
  }));
}

/** @returns whether there was one */
export async function removePasskey(
  {db}: Pick<Context, 'db'>,
  personId: string,
  id: string,
): Promise<boolean> {
  const {numDeletedRows} = await db
    .deleteFrom('passkeys')
    .where('person_id', '=', personId)
    .where('credential_id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The library throws plain errors, with a reason that is of no use to whoever made the answer up. */
async function orProblem<T>(
  code: 'invalid' | 'unauthorized',
  verify: () => Promise<T>,
): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof HubProblem) throw error;
    throw new HubProblem(code);
  }
}
