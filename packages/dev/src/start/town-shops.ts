import {readdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {
  CalendarFile,
  ChatSettings,
  EventContact,
  Product,
  ProposalRequest,
  RoomSettings,
  ShopSettings,
} from '@local-widgets/model/schemas.js';
import {inThisWeek} from './this-week.js';
import {upcoming} from './upcoming.js';

/** A shop of the example town, or its town hall, as its file `hub/<id>.json` has it. */
export interface TownShop {
  id: string;
  settings: ShopSettings;
  products: Product[];
  /** What it sets for its conversations; one can write to it. */
  chat?: Partial<ChatSettings>;
  /** Rooms where neighbours meet, by name. */
  rooms?: Readonly<Record<string, RoomSettings>>;
  /** Its calendars, in the form that the hub's own `import` takes. */
  calendars?: CalendarFile[];
  /** Who comes to the next date of an event. */
  signUps?: {event: string; contact: EventContact; places: number}[];
  /** What somebody from outside proposes for a calendar. */
  proposals?: (ProposalRequest & {calendar: string})[];
}

/** Where the files say that the town's pages are. */
const PUBLIC_TOWN = 'https://www.sainte-aubrette.example';

/** The shops of the folder, by id. */
export async function readTownShops(folder: string): Promise<TownShop[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async name => {
      const text = await readFile(join(folder, name), 'utf8');
      return {id: basename(name, '.json'), ...(JSON.parse(text) as Omit<TownShop, 'id'>)};
    }),
  );
}

/**
 * The shop with the town's pages where they really are, so that these may order and have the pictures;
 * and with distributions and events that are still to come, whenever the example is looked at.
 */
export function settleShop(shop: TownShop, town: string, now: Date): TownShop {
  const {settings, products, calendars, proposals} = shop;
  return {
    ...shop,
    settings: {
      ...settings,
      allowedOrigins: [...settings.allowedOrigins, town],
      pickup: settings.pickup.map(rules => ({
        ...rules,
        offer: upcoming(rules.offer, settings.timeZone, now),
      })),
    },
    products: products.map(product => {
      const {image} = product;
      if (!image) return product;
      return {...product, image: {...image, url: image.url.replace(PUBLIC_TOWN, town)}};
    }),
    ...(calendars && {calendars: calendars.map(each => settleCalendar(each, town, now))}),
    ...(proposals && {
      proposals: proposals.map(each => ({...each, event: inThisWeek(each.event, now)})),
    }),
  };
}

function settleCalendar(calendar: CalendarFile, town: string, now: Date): CalendarFile {
  const text = JSON.stringify(calendar).replaceAll(PUBLIC_TOWN, town);
  const settled = JSON.parse(text) as CalendarFile;
  return {
    ...settled,
    events: (settled.events ?? []).map(each =>
      // the town's static agenda has it too, by that name: there it stays on its dates
      each.uid === undefined ? {...each, event: inThisWeek(each.event, now)} : each,
    ),
  };
}
