import {listPeople} from '../../accounts/people.js';
import type {Database} from '../../context.js';

export interface ChatPerson {
  id: string;
  /** As the desk shows it: the name, or else the address. */
  name: string;
  /** As visitors may see it; absent of who gave no name. */
  publicName?: string;
}

/** Who of a shop may be given a conversation. */
export async function listChatPeople(db: Database, shop: string): Promise<ChatPerson[]> {
  const people = await listPeople(db, shop);
  return people.map(({id, name, email}) => ({
    id,
    name: name ?? email,
    ...(name !== undefined && {publicName: name}),
  }));
}
