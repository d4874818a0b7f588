import {createHmac} from 'node:crypto';
import {secretToken} from '../../chance-and-clock.js';
import type {Chance} from '../../chance-and-clock.js';
import type {Database} from '../../context.js';
import {limitedAddress} from '../../log/truncate-address.js';

/** What each secret is for; none is used for two things. */
type SecretName =
  | 'challenges'
  | 'addresses'
  | 'push'
  | 'bridge-mail'
  | 'bridge-pictures'
  | 'matrix-as'
  | 'matrix-hs';

/** Secrets that the processes of a hub share: made by the first that needs one. */
export class HubSecrets {
  readonly #known = new Map<SecretName, Promise<string>>();

  constructor(
    readonly db: Database,
    readonly chance: Chance,
  ) {}

  /** @param make 256 random bits unless it has a form of its own */
  read(name: SecretName, make: () => string = () => secretToken(this.chance)): Promise<string> {
    const known = this.#known.get(name);
    if (known) return known;
    const read = this.#readOrMake(name, make);
    this.#known.set(name, read);
    read.catch(() => this.#known.delete(name));
    return read;
  }

  /** Who counts as one for limits and bans: a keyed hash, which tells nobody where somebody is. */
  async addressKey(ip: string): Promise<string> {
    const secret = await this.read('addresses');
    return createHmac('sha256', secret).update(limitedAddress(ip)).digest('hex').slice(0, 32);
  }

  async #readOrMake(name: SecretName, make: () => string): Promise<string> {
    const {db} = this;
    const read = () =>
      db.selectFrom('hub_secrets').select('value').where('name', '=', name).executeTakeFirst();
    const found = await read();
    if (found) return found.value;
    await db
      .insertInto('hub_secrets')
      .values({name, value: make()})
      .onConflict(conflict => conflict.column('name').doNothing())
      .execute();
    return (await read())!.value;
  }
}
