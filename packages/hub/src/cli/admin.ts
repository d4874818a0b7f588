import {findOrMakePerson, setMembership} from '../accounts/people.js';
import {normalizeEmail} from '../accounts/email.js';
import {EVERY_SHOP} from '../accounts/roles.js';
import {secretToken, sha256Hex} from '../chance-and-clock.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withContext} from './with-context.js';

const HOURS = 24;

/** Makes somebody admin of the whole hub, and prints the link with which they sign in, good once. */
export async function admin({config, args: [email], io}: CommandCall): Promise<undefined> {
  if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw new CliError('Say who: admin EMAIL.');
  }
  await withContext(config, async ({db, clock, chance}) => {
    const token = secretToken(chance);
    await db.transaction().execute(async trx => {
      const personId = await findOrMakePerson({clock, chance}, trx, {email, language: 'fr'});
      await setMembership({clock}, trx, {personId, shopId: EVERY_SHOP, role: 'admin'});
      await trx
        .insertInto('sign_in_links')
        .values({
          token_hash: sha256Hex(token),
          email: normalizeEmail(email),
          expires_at: clock.now().getTime() + HOURS * 3_600_000,
          used_at: null,
        })
        .execute();
    });
    io.out(`Sign in within ${HOURS} hours: ${config.publicUrl}/sign-in?token=${token}`);
  });
  return undefined;
}
