import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import type {Clock} from '@local-widgets/hub';
import {createSetUpLink} from '../../../hub/src/accounts/sign-in-links.js';
import {putPublicRoom} from '../../../hub/src/chat/rooms/public-rooms.js';
import {changeChatSettings} from '../../../hub/src/chat/settings/settings-store.js';
import {readConfig} from '../../../hub/src/config/read-config.js';
import {importCatalogue} from '../../../hub/src/desk/catalogue-import.js';
import {startHub, type Hub} from '../../../hub/src/hub.js';
import {changeSettings, createShop} from '../../../hub/src/shops/shop-store.js';
import {freePort} from '../free-port.js';
import {SentenceError} from '../sentence-error.js';
import {fillCalendars} from './fill-calendars.js';
import {readTownShops, settleShop, type TownShop} from './town-shops.js';

export interface TownHubOptions {
  /** 0 takes any free one. */
  port: number;
  /** Folder with a file for each shop. */
  shops: string;
  /** Origin of the pages that order. */
  town: string;
  /** Kept; without it a new folder of the system's, gone when the hub stops. */
  data?: string | undefined;
  /** `postgres://…`; SQLite in the data folder when absent. */
  databaseUrl?: string | undefined;
  /** Where people reach it; its own address when absent. */
  publicUrl?: string | undefined;
  clock?: Clock | undefined;
  /** A file of settings, as `LOCAL_HUB_CONFIG` names one. */
  config?: string | undefined;
}

/** The hub of the example town, with its shops. */
export interface TownHub {
  /** Origin at which it is reached. */
  address: string;
  data: string;
  /** Good once; absent when the data folder has an admin already. */
  setUpLink: string | undefined;
  hub: Hub;
  stop(): Promise<void>;
}

/**
 * Starts a hub of its own origin, as a town has one beside its web site: what the example shows is what
 * other sites get, CORS and Content-Security-Policy included.
 *
 * @throws SentenceError when a shop's file does not suit the hub; errors of the socket as they are
 */
export async function startTownHub(options: TownHubOptions): Promise<TownHub> {
  const {data, databaseUrl, clock} = options;
  const port = options.port || (await freePort());
  const folder = data === undefined ? await temporaryFolder() : resolve(data);
  const remove = async (): Promise<void> => {
    if (data === undefined) await rm(folder, {recursive: true, force: true});
  };
  // passkeys need a name, and 127.0.0.1 is none
  const address = `http://localhost:${port}`;
  const env = {
    LOCAL_HUB_DATA: folder,
    LOCAL_HUB_LOG_LEVEL: 'error',
    LOCAL_HUB_PUBLIC_URL: options.publicUrl ?? address,
    PORT: String(port),
    ...(databaseUrl !== undefined && {DATABASE_URL: databaseUrl}),
    ...(options.config !== undefined && {LOCAL_HUB_CONFIG: options.config}),
  };
  try {
    const config = readConfig({env, cwd: folder});
    const hub = await startHub({config, ...(clock && {clock})});
    await fill(hub, options);
    const setUpLink = await createSetUpLink(hub.context);
    const stop = async (): Promise<void> => {
      await hub.stop();
      await remove();
    };
    return {address, data: folder, setUpLink, hub, stop};
  } catch (error) {
    await remove();
    throw error;
  }
}

const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'local-widgets-town-'));

/** Brings in the shops that are not there yet; those that are keep what was done to them. */
async function fill({context}: Hub, {shops, town}: TownHubOptions): Promise<void> {
  const now = context.clock.now();
  for (const each of await readTownShops(shops)) {
    const shop = settleShop(each, town, now);
    const {id, settings} = shop;
    if (await createShop(context.db, {id, settings, now})) {
      await bringIn(context, shop);
    } else {
      await changeSettings(context.db, id, kept => ({
        ...kept,
        allowedOrigins: [...new Set([...kept.allowedOrigins, town])].slice(-50),
      }));
    }
  }
}

async function bringIn(context: Hub['context'], shop: TownShop): Promise<void> {
  const {id, products, chat, rooms = {}} = shop;
  const source = {products};
  const {rejected} = await importCatalogue(context, {
    shopId: id,
    source,
    isDryRun: false,
    language: 'en',
  });
  const [first] = rejected;
  if (first) throw new SentenceError(`Line ${first.line} of ${id}.json: ${first.message}`);
  if (chat) {
    await changeChatSettings(context, id, kept => ({...kept, ...chat, isEnabled: true}));
  }
  for (const [roomId, settings] of Object.entries(rooms)) {
    await putPublicRoom(context, {shop: id, roomId, settings});
  }
  await fillCalendars(context, shop);
}
