import type {PropertyValues} from 'lit';
import {
  parseCenter,
  parseDate,
  parseRadius,
  parseTimeZone,
  parseView,
  parseViews,
  parseWords,
  VIEWS,
  type Parsed,
  type View,
} from './attributes.js';
import type {CalendarSettings} from './calendar-state.js';

/** The attributes that are texts of a certain form. */
export interface SettingAttributes {
  readonly view: string;
  readonly views: string;
  readonly date: string;
  readonly timeZone: string;
  readonly categories: string;
  readonly shop: string | null;
  readonly center: string;
  readonly radiusKm: string;
  readonly labels: string;
  readonly colors: string;
}

/** What the attributes mean. */
export interface Settings {
  readonly view: View;
  readonly views: readonly View[];
  /** The day to begin with; today without one. */
  readonly day: number | undefined;
  readonly timeZone: string;
  readonly labels: readonly string[];
  readonly colors: readonly string[];
  /** What the page offers; the same object until an attribute changes it. */
  readonly offer: CalendarSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  view: 'agenda',
  views: VIEWS,
  day: undefined,
  timeZone: 'Europe/Paris',
  labels: [],
  colors: [],
  offer: {categories: [], shop: null},
};

/** Takes what is valid of what has changed; `isWrong` hears of each attribute that is not. */
export function readSettings(
  attributes: SettingAttributes,
  changed: PropertyValues,
  old: Settings,
  isWrong: (name: keyof SettingAttributes, text: string) => void,
): Settings {
  const read = <T>(
    name: keyof SettingAttributes,
    parse: (text: string) => Parsed<T>,
    before: T | undefined,
  ): T | undefined => {
    if (!changed.has(name)) return before;
    const text = attributes[name] ?? '';
    const parsed = parse(text);
    if (parsed.isWrong) isWrong(name, text);
    return parsed.value;
  };
  const {shop, categories, labels, colors} = attributes;
  const isOffer = ['center', 'radiusKm', 'categories', 'shop'].some(name => changed.has(name));
  const {offer} = old;
  return {
    view: read('view', parseView, old.view)!,
    views: read('views', parseViews, old.views)!,
    day: read('date', parseDate, old.day),
    timeZone: read('timeZone', parseTimeZone, old.timeZone)!,
    labels: parseWords(labels),
    colors: parseWords(colors),
    offer: isOffer
      ? {
          center: read('center', parseCenter, offer.center),
          limitKm: read('radiusKm', parseRadius, offer.limitKm),
          categories: parseWords(categories),
          shop,
        }
      : offer,
  };
}
