import {readFile, readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {Id} from '@local-widgets/model/schemas.js';
import type {ShopSettings} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {importShopChat} from '../chat/settings/import-shop-chat.js';
import type {HubContext} from '../context.js';
import {importCatalogue} from '../desk/catalogue-import.js';
import type {ImportReport} from '../desk/catalogue-import.js';
import {checkSettings} from '../desk/check-settings.js';
import {importCalendars, type ImportedCalendar} from '../events/calendars/import-calendars.js';
import {invalidField} from '../http/problem.js';
import {words} from '../text/words.js';
import {changeSettings, createShop} from './shop-store.js';

/** A shop as one file: what `export --shop` prints, without need of its orders. */
export interface ShopFile {
  /** `ShopSettings`; its `id` may stand beside them. */
  shop: Record<string, unknown>;
  products: unknown;
  /** Settings of its chat and its public rooms; conversations are not brought along. */
  chat?: unknown;
  /** `CalendarFile`s: its calendars with their events and feeds; who signed up is not brought along. */
  calendars?: unknown;
}

export interface ImportedShop extends ImportReport {
  shop: string;
  calendars: ImportedCalendar[];
}

/**
 * Makes a shop with its catalogue, or brings one up to date; its orders stay.
 *
 * @param fallbackId when the file tells no id
 * @throws HubProblem `invalid`, with pointers into the file
 */
export async function importShop(
  context: HubContext,
  {shop, products, chat, calendars}: ShopFile,
  fallbackId: string,
): Promise<ImportedShop> {
  const {id = fallbackId, ...told} = shop;
  if (!Value.Check(Id, id)) {
    throw invalidField('/shop/id', language => words(language).wrongForm);
  }
  const now = context.clock.now();
  const canPayOnline = Object.hasOwn(context.config.payments, id);
  const settings: ShopSettings = checkSettings(told, {canPayOnline, now, prefix: '/shop'});
  if (!(await createShop(context.db, {id, settings, now}))) {
    await changeSettings(context.db, id, () => settings);
  }
  if (chat !== undefined) await importShopChat(context, id, chat);
  const imported = calendars === undefined ? [] : await importCalendars(context, id, calendars);
  const source = {products};
  const question = {shopId: id, source, isDryRun: false, language: 'en'} as const;
  return {shop: id, calendars: imported, ...(await importCatalogue(context, question))};
}

/**
 * Imports every `*.json` of a folder, in the order of their names: a demonstration, or a town's shops
 * from another hub. The name of a file is the shop's id unless the file tells one.
 *
 * @throws HubProblem at the first file that is wrong; those before it are imported
 */
export async function importShops(context: HubContext, folder: string): Promise<ImportedShop[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).sort();
  const imported: ImportedShop[] = [];
  for (const name of names) {
    const file = JSON.parse(await readFile(join(folder, name), 'utf8')) as ShopFile;
    imported.push(await importShop(context, file, basename(name, '.json')));
  }
  return imported;
}
