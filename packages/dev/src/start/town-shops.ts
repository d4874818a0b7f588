import {readdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {
  ChatSettings,
  Product,
  RoomSettings,
  ShopSettings,
} from '@local-widgets/model/schemas.js';
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
 * and with distributions that are still to come, whenever the example is looked at.
 */
export function settleShop(shop: TownShop, town: string, now: Date): TownShop {
  const {settings, products} = shop;
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
  };
}
