import {VIEWS} from './attributes.js';
import type {SettingAttributes} from './settings.js';

const VIEW_NAMES = VIEWS.join(', ');
/** As HTML writes the attribute, and what it takes. */
const NEEDS: Readonly<Partial<Record<keyof SettingAttributes, readonly [string, string]>>> = {
  view: ['view', `one of ${VIEW_NAMES}`],
  views: ['views', `some of ${VIEW_NAMES}`],
  date: ['date', 'a date such as 2026-06-14'],
  timeZone: ['time-zone', 'an IANA name such as Europe/Paris'],
  center: ['center', 'longitude, then latitude,'],
  radiusKm: ['radius-km', 'a positive number of kilometres'],
  colors: ['colors', 'a CSS colour'],
};

/** A sentence for the webmaster about an attribute that means nothing, or not all that it says. */
export function attributeFault(name: keyof SettingAttributes, text: string): string {
  const [attribute, need] = NEEDS[name] ?? [name, 'something else'];
  return `${attribute}="${text}" is ignored where it makes no sense: ${need} is needed.`;
}
