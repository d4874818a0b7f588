import type {Contender} from './contender.js';
import {CENTER} from './middle.js';
import {startProbe} from './probe.js';

export interface Feature {
  readonly geometry: {readonly coordinates: readonly [number, number]};
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The part in which the peers differ. */
export interface PeerMap extends Pick<
  Contender,
  'markers' | 'placesOnMap' | 'zoomIn' | 'answered' | 'workerFiles'
> {
  /** Settles when the map takes places; absent where it does at once. */
  readonly ready?: Promise<unknown>;
  /** Brings all of them into view. */
  fit(features: readonly Feature[]): void;
  /** Shows these places instead of those before. */
  show(features: readonly Feature[]): void;
}

const FEED = '/feed.geojson';

/** Latitude and longitude, as Leaflet takes them. */
export const positionOf = ({geometry: {coordinates}}: Feature): [number, number] => [
  coordinates[1],
  coordinates[0],
];

/** A map as one writes it with a library and no more: the feed, a filter, markers. */
export async function startPeer(map: PeerMap): Promise<void> {
  let features: readonly Feature[] = [];
  let shown: readonly Feature[] = [];
  let category: string | undefined;
  let text = '';
  let radius = 0;
  let service = false;
  const refresh = (): void => {
    shown = features.filter(
      feature =>
        (category === undefined || categoryOf(feature) === category) &&
        (text === '' || fold(String(feature.properties['name'])).includes(text)) &&
        (radius === 0 || metresToCenter(feature) <= radius) &&
        (!service || feature.properties['wheelchair'] === 'yes'),
    );
    map.show(shown);
  };
  const contender: Contender = {
    ...map,
    rows: () => undefined,
    placesShown: () => shown.length,
    rejected: () => 0,
    toggleCategory: () => {
      category = category === undefined ? mostFrequent(features) : undefined;
      refresh();
    },
    search: query => {
      text = fold(query);
      refresh();
    },
    prepare: () => Promise.resolve(),
    setRadius: km => {
      radius = km * 1000;
      refresh();
    },
    toggleService: () => {
      service = !service;
      refresh();
    },
  };
  startProbe(FEED, contender);
  const response = await fetch(FEED);
  ({features} = (await response.json()) as {features: Feature[]});
  await map.ready;
  map.fit(features);
  refresh();
}

const categoryOf = ({properties}: Feature): string =>
  String(properties['category'] ?? properties['shop']);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along a great circle (haversine formula). */
function metresToCenter(feature: Feature): number {
  const [latitude, longitude] = positionOf(feature).map(radians) as [number, number];
  const [middleLongitude, middleLatitude] = CENTER.map(radians) as [number, number];
  const half =
    Math.sin((latitude - middleLatitude) / 2) ** 2 +
    Math.cos(latitude) *
      Math.cos(middleLatitude) *
      Math.sin((longitude - middleLongitude) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half));
}

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr').trim();

function mostFrequent(features: readonly Feature[]): string {
  const counts = new Map<string, number>();
  for (const feature of features) {
    counts.set(categoryOf(feature), (counts.get(categoryOf(feature)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
