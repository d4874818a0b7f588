import {
  explainRejection,
  readCatalogue,
  readEvents,
  readPlaces,
  UnreadableFeedError,
} from '@local-widgets/model';
import type {Language} from './embed-forms.js';
import {explainEvent, explainPlace, explainUnreadable} from './rejections.js';

/** What a widget would read of a file. */
export interface FileReport {
  /** One sentence that says how it went. */
  readonly summary: string;
  /** Whether there is anything to show. */
  readonly isUsable: boolean;
  readonly rejected: readonly RejectedEntry[];
  /** Properties of the widget that take what was read. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface RejectedEntry {
  /** Of a text, 1 for the first; else the number of the entry, 1 for the first. */
  readonly at: number;
  readonly unit: 'line' | 'item';
  readonly why: string;
  /** What stands there. */
  readonly text?: string;
}

export interface ReportOptions {
  readonly lang: Language;
  readonly timeZone?: string | undefined;
  readonly now: Date;
}

type Reader = (input: string | Uint8Array, options: ReportOptions) => Reading;

interface Reading {
  readonly format: string;
  readonly count: number;
  readonly rejected: readonly RejectedEntry[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Widgets that read a file, with what is in it. */
const READERS: Readonly<Record<string, Reader>> = {
  'shops-map': readShops,
  'event-calendar': readCalendar,
  'collect-button': readProducts,
};

const THINGS: Readonly<
  Record<string, Readonly<Record<Language, readonly [one: string, many: string]>>>
> = {
  'shops-map': {fr: ['lieu lu', 'lieux lus'], en: ['place read', 'places read']},
  'event-calendar': {fr: ['événement lu', 'événements lus'], en: ['event read', 'events read']},
  'collect-button': {fr: ['produit lu', 'produits lus'], en: ['product read', 'products read']},
};

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV',
  geojson: 'GeoJSON',
  icalendar: 'iCalendar',
  openagenda: 'OpenAgenda',
  osm: 'OpenStreetMap',
  'json-ld': 'schema.org',
  json: 'JSON',
  mobilizon: 'Mobilizon',
  gogocarto: 'GoGoCarto',
};

/** What the widget called `name` reads of a file, and what it leaves out and why, in the visitor's language. */
export function reportOn(
  name: string,
  input: string | Uint8Array,
  options: ReportOptions,
): FileReport {
  const {lang} = options;
  try {
    const {format, count, rejected, data} = READERS[name]!(input, options);
    const lines = textOf(input).split(/\r\n|\n|\r/);
    const withText = rejected.map(one => {
      const text = one.unit === 'line' ? lines[one.at - 1]?.trim().slice(0, 160) : undefined;
      return text ? {...one, text} : one;
    });
    return {
      summary: summarize(name, FORMATS[format] ?? format, count, rejected, lang),
      isUsable: count > 0,
      rejected: withText,
      ...(data && count > 0 && {data}),
    };
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    return {summary: explainUnreadable(error.code, lang), isUsable: false, rejected: []};
  }
}

function readShops(input: string | Uint8Array, {lang}: ReportOptions): Reading {
  const {format, places, rejected} = readPlaces(input);
  return {
    format,
    count: places.length,
    rejected: rejected.map(({at, unit, reason}) => ({
      at: unit === 'item' ? at + 1 : at,
      unit,
      why: explainPlace(reason, lang),
    })),
    data: {places},
  };
}

function readCalendar(input: string | Uint8Array, options: ReportOptions): Reading {
  const {lang, now, timeZone = 'Europe/Paris'} = options;
  const year = now.getFullYear();
  const from = new Date(now);
  from.setFullYear(year - 1);
  const to = new Date(now);
  to.setFullYear(year + 2);
  const {format, ...reading} = readEvents(input, {from, to, timeZone});
  return {
    format,
    count: reading.events.length,
    rejected: reading.rejected.map(({at, unit, reason}) => ({
      at: unit === 'item' ? at + 1 : at,
      unit,
      why: explainEvent(reason, lang),
    })),
    data: {reading},
  };
}

function readProducts(input: string | Uint8Array, {lang}: ReportOptions): Reading {
  const {format, products, rejected} = readCatalogue(input);
  return {
    format,
    count: products.length,
    rejected: rejected.map(one => ({
      at: one.line,
      unit: format === 'csv' ? 'line' : 'item',
      why: explainRejection(one, lang),
    })),
  };
}

function summarize(
  name: string,
  format: string,
  count: number,
  rejected: readonly RejectedEntry[],
  lang: Language,
): string {
  const number = new Intl.NumberFormat(lang);
  const [one, many] = THINGS[name]![lang];
  const places = new Set(rejected.map(({at}) => at)).size;
  const unit = rejected[0]?.unit ?? 'line';
  if (lang === 'fr') {
    const few = count < 2;
    const refused =
      unit === 'line'
        ? ['ligne refusée', 'lignes refusées']
        : ['entrée refusée', 'entrées refusées'];
    const said =
      places === 0 ? 'rien de refusé' : `${number.format(places)} ${refused[places < 2 ? 0 : 1]}`;
    return `Votre fichier ${format}\u00a0: ${number.format(count)} ${few ? one : many}, ${said}.`;
  }
  const word = unit === 'line' ? 'line' : 'entry';
  const refused =
    places === 1
      ? `1 ${word} refused`
      : `${number.format(places)} ${word === 'line' ? 'lines' : 'entries'} refused`;
  return `Your ${format} file: ${number.format(count)} ${count === 1 ? one : many}, ${places === 0 ? 'nothing refused' : refused}.`;
}

/** A text as somebody sees it; files of older spreadsheets are Windows-1252. */
function textOf(input: string | Uint8Array): string {
  if (typeof input === 'string') return input;
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(input);
  } catch {
    return new TextDecoder('windows-1252').decode(input);
  }
}
