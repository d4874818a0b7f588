import {dayOfIso, parseLonLat, zoneOf, type GeoCoordinates} from '@local-widgets/model';

/** An attribute's value where it has one, and a sentence for the webmaster where something is wrong. */
export interface Parsed<T> {
  readonly value?: T;
  readonly problem?: string;
}

export type View = 'agenda' | 'month' | 'week' | 'day' | 'cards';

export const VIEWS: readonly View[] = ['agenda', 'month', 'week', 'day', 'cards'];

/** `view="month"`; empty: the agenda. */
export function parseView(text: string): Parsed<View> {
  const value = VIEWS.find(view => view === text);
  if (value || !text) return {value: value ?? 'agenda'};
  return {
    value: 'agenda',
    problem: `view="${text}" is ignored: it is one of ${VIEWS.join(', ')}.`,
  };
}

/** `views="agenda month"`: which ones a visitor can change between; empty: all. */
export function parseViews(text: string): Parsed<readonly View[]> {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const value = VIEWS.filter(view => words.includes(view));
  const unknown = words.filter(word => !VIEWS.some(view => view === word));
  return {
    value: value.length > 0 ? value : VIEWS,
    ...(unknown.length > 0 && {problem: `views: no view is called ${unknown.join(', ')}.`}),
  };
}

/** `date="2026-06-14"`: the day to begin with. */
export function parseDate(text: string): Parsed<number> {
  if (!text.trim()) return {};
  const value = dayOfIso(text.trim());
  if (value !== undefined) return {value};
  return {problem: `date="${text}" is ignored: a date such as 2026-06-14 is needed.`};
}

/** `center="0.52,48.41"`: longitude first, as in GeoJSON. */
export function parseCenter(text: string): Parsed<GeoCoordinates> {
  if (!text.trim()) return {};
  const value = parseLonLat(text);
  if (value) return {value};
  return {problem: `center="${text}" is ignored: longitude, then latitude, is needed.`};
}

/** `radius-km="15"`: a positive number of kilometres. */
export function parseRadius(text: string): Parsed<number> {
  if (!text.trim()) return {};
  const value = Number(text.replace(',', '.'));
  if (value > 0 && Number.isFinite(value)) return {value};
  return {problem: `radius-km="${text}" is ignored: a positive number of kilometres is needed.`};
}

/** `time-zone="Europe/Paris"`. */
export function parseTimeZone(text: string): Parsed<string> {
  if (zoneOf(text)) return {value: text};
  return {
    value: 'Europe/Paris',
    problem: `time-zone="${text}" is ignored: an IANA name such as Europe/Paris is needed.`,
  };
}

/** Words as an author lists them, with commas or semicolons between: `categories="Concert, Marché"`. */
export const parseWords = (text: string): readonly string[] =>
  text
    .split(/[,;|]/)
    .map(word => word.trim())
    .filter(Boolean);
