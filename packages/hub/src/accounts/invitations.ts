import type {HubContext} from '../context.js';
import {
  findOrMakePerson,
  keepLastMerchant,
  listPeople,
  setMembership,
  type ShopPerson,
} from './people.js';
import type {Role} from './roles.js';
import {inviteByLink} from './sign-in-links.js';

export interface Invited {
  email: string;
  name?: string;
  role: 'merchant' | 'clerk';
  language: 'fr' | 'en';
}

/**
 * Lets somebody in, or gives them another role, and sends them a link; once it is too old, they ask for
 * another themselves.
 *
 * @param by role of the one who invites
 * @throws HubProblem `wrong-state` when the last merchant would become a clerk
 */
export async function invitePerson(
  context: Pick<HubContext, 'db' | 'clock' | 'chance' | 'config' | 'outbox'>,
  shopId: string,
  invited: Invited,
  by: Role,
): Promise<ShopPerson> {
  const person = await context.db.transaction().execute(async trx => {
    const personId = await findOrMakePerson(context, trx, invited);
    if (invited.role !== 'merchant' && by !== 'admin') {
      keepLastMerchant(await listPeople(trx, shopId), personId);
    }
    await setMembership(context, trx, {personId, shopId, role: invited.role});
    await inviteByLink(context, trx, invited);
    return (await listPeople(trx, shopId)).find(({id}) => id === personId)!;
  });
  context.outbox.wake();
  return person;
}
