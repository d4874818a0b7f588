import {dayOfIso, parseLonLat, zoneOf, type GeoCoordinates} from '@local-widgets/model';

/** An attribute's value where it has one, and whether something is wrong with its text. */
export interface Parsed<T> {
  readonly value?: T;
  readonly isWrong?: boolean;
}

export type View = 'agenda' | 'month' | 'week' | 'day' | 'cards';

export const VIEWS: readonly View[] = ['agenda', 'month', 'week', 'day', 'cards'];

/** `view="month"`; empty: the agenda. */
export function parseView(text: string): Parsed<View> {
  const value = VIEWS.find(view => view === text);
  return {value: value ?? 'agenda', isWrong: !value && text !== ''};
}

/** `views="agenda month"`: which ones a visitor can change between; empty: all. */
export function parseViews(text: string): Parsed<readonly View[]> {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const value = VIEWS.filter(view => words.includes(view));
  return {
    value: value.length > 0 ? value : VIEWS,
    isWrong: words.some(word => !VIEWS.some(view => view === word)),
  };
}

/** `date="2026-06-14"`: the day to begin with. */
export const parseDate = (text: string): Parsed<number> => optional(text, dayOfIso);

/** `center="0.52,48.41"`: longitude first, as in GeoJSON. */
export const parseCenter = (text: string): Parsed<GeoCoordinates> => optional(text, parseLonLat);

/** `radius-km="15"`: a positive number of kilometres. */
export const parseRadius = (text: string): Parsed<number> =>
  optional(text, words => {
    const value = Number(words.replace(',', '.'));
    return value > 0 && Number.isFinite(value) ? value : undefined;
  });

/** Empty: no value, and nothing wrong with that. */
function optional<T>(text: string, read: (words: string) => T | undefined): Parsed<T> {
  const words = text.trim();
  const value = words ? read(words) : undefined;
  return value === undefined ? {isWrong: words !== ''} : {value};
}

/** `time-zone="Europe/Paris"`. */
export function parseTimeZone(text: string): Parsed<string> {
  return zoneOf(text) ? {value: text} : {value: 'Europe/Paris', isWrong: true};
}

/** Words as an author lists them, with commas or semicolons between: `categories="Concert, Marché"`. */
export const parseWords = (text: string): readonly string[] =>
  text
    .split(/[,;|]/)
    .map(word => word.trim())
    .filter(Boolean);
