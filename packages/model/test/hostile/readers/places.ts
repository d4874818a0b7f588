import {
  ArrivingPlaces,
  exceptionalDays,
  findTowns,
  mergePlaces,
  openIntervals,
  openingStatus,
  openingWeek,
  PlaceIndex,
  placesToCsv,
  placesToGeoJson,
  placesToJsonLd,
  placesToVCard,
  readPlaces,
  readPlacesLazily,
  UnreadableFeedError,
  type Place,
  type PlaceFormat,
} from '../../../src/index.js';
import {faultsInLines} from '../invariants.js';
import type {HostileReader} from '../reader.js';
import {placeSamples} from '../samples/places.js';

const NOW = new Date('2026-01-05T10:00:00Z');
const HOURS = {timeZone: 'Europe/Paris'};
const COVERS = [
  ...['readPlaces', 'readPlacesInParts', 'mergePlaces', 'findTowns', 'townsOf', 'PlaceIndex'],
  ...['openingStatus', 'openIntervals', 'openingWeek', 'exceptionalDays'],
  ...['placesToCsv', 'placesToGeoJson', 'placesToJsonLd', 'placesToVCard'],
];

const isRefusal = (error: unknown): boolean => error instanceof UnreadableFeedError;

/** What the widgets do with places. */
function used(places: readonly Place[]): unknown {
  const few = places.slice(0, 20);
  const hours = few.map(({openingHours = ''}) => [
    openingStatus(openingHours, NOW, HOURS),
    openIntervals(openingHours, NOW, new Date(+NOW + 86_400_000 * 14), HOURS),
    openingWeek(openingHours, NOW, HOURS),
  ]);
  const index = new PlaceIndex(places);
  return {
    hours,
    exceptional: few.map(({openingHours = ''}) => exceptionalDays(openingHours, NOW, HOURS)),
    found: index.select({}).counts,
    towns: findTowns(places, 'Vau'),
    merged: mergePlaces([places, few]),
    geoJson: placesToGeoJson(few),
    jsonLd: placesToJsonLd(few),
  };
}

function read(input: string | Uint8Array, format?: PlaceFormat): unknown {
  const reading = readPlaces(input, {baseUrl: 'https://town.example/', format});
  const ids = new Set(reading.places.map(({id}) => id));
  return {
    ...reading,
    isUnique: ids.size === reading.places.length,
    ...(used(reading.places) as object),
  };
}

function check(result: unknown): string[] {
  const {places, isUnique} = result as {places: Place[]; isUnique: boolean};
  const few = places.slice(0, 5);
  placesToCsv(few);
  return [
    ...(isUnique ? [] : ['two places have one id']),
    ...few.flatMap(place => faultsInLines(placesToVCard([place]), 'the vCard')),
  ];
}

export const placeReaders: readonly HostileReader[] = [
  ...Object.entries(placeSamples).map(([format, own]): HostileReader => ({
    name: `places: ${format}`,
    covers: [...COVERS, `place format ${format}`],
    samples: own,
    read: input => read(input, format as PlaceFormat),
    isRefusal,
    check,
  })),
  {
    name: 'places, format by looking, in slices',
    covers: ['readPlacesLazily'],
    // the same readers, in slices: what is text, what is JSON, and what needs more words
    samples: [placeSamples.csv[0]!, placeSamples.geojson[1]!, placeSamples['agence-bio'][0]!],
    read: input => readPlacesLazily(input),
    isRefusal,
  },
  {
    name: 'places that arrive in pieces',
    covers: ['ArrivingPlaces'],
    samples: [placeSamples.geojson[0]!],
    read: input => {
      const bytes = typeof input === 'string' ? Buffer.from(input) : input;
      const arriving = new ArrivingPlaces({});
      const step = Math.max(1000, bytes.length / 100);
      for (let at = 0; at < bytes.length; at += step) arriving.add(bytes.subarray(at, at + step));
      arriving.close();
      const glance = arriving.located();
      return {glance, places: arriving.read(100_000), ...arriving.end(), nameOrder: undefined};
    },
    // whatever it throws, the feed is read whole
    isRefusal: error => error instanceof Error,
  },
];
