import type {Chance} from '../../chance-and-clock.js';
import type {HubConfig} from '../../config/hub-config.js';
import type {Fanout} from './fanout.js';
import {LocalFanout} from './local-fanout.js';

/** The fan-out that the database offers. */
export async function openFanout(
  {databaseUrl}: Pick<HubConfig, 'databaseUrl'>,
  chance: Chance,
): Promise<Fanout> {
  if (databaseUrl === undefined) return new LocalFanout();
  // its driver takes memory that a hub on SQLite has no use for
  const {PostgresFanout} = await import('./postgres-fanout.js');
  const process = Buffer.from(chance.bytes(9)).toString('base64url');
  return new PostgresFanout({url: databaseUrl, process}).start();
}
