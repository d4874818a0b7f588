import {cleanMessage} from '@local-widgets/model';
import {fold} from '../abuse/fold.js';

/** Names that would pass for somebody who speaks for the town, as `fold` writes them. */
const RESERVED = new Set([
  'admin',
  'administrateur',
  'administratrice',
  'hub',
  'la mairie',
  'mairie',
  'moderateur',
  'moderation',
  'moderator',
  'moderatrice',
]);

/** A name on one line; `undefined` when nothing of it can be seen. */
export function cleanName(name: string | undefined): string | undefined {
  return cleanMessage(name ?? '').replace(/\s+/g, ' ') || undefined;
}

/** As nicknames are compared: `Élodie_29` and `elodie 29` are one. Empty for one without letter or digit. */
export const nameKey = (name: string): string => fold(name).replaceAll(' ', '');

export function isReserved(name: string, shopName: string): boolean {
  const folded = fold(name);
  return RESERVED.has(folded) || folded === fold(shopName);
}
