import L from 'leaflet';
import type {Contender} from './contender.js';
import {CENTER} from './middle.js';
import {startProbe} from './probe.js';

export interface Feature {
  readonly geometry: {readonly coordinates: readonly [number, number]};
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The part in which the peers differ. */
export interface Clusters {
  /** Shows these places instead of those before. */
  show(features: readonly Feature[]): void;
  placesOnMap(): number;
}

const FEED = '/feed.geojson';

/** A map as one writes it with a library and no more: the feed, a filter, clusters. */
export async function startPeer(make: (map: L.Map) => Clusters): Promise<void> {
  const map = L.map('map', {minZoom: 3, maxZoom: 19});
  L.tileLayer('/tiles/{z}/{x}/{y}.png').addTo(map);
  let features: readonly Feature[] = [];
  let shown: readonly Feature[] = [];
  const clusters = make(map);
  let category: string | undefined;
  let text = '';
  let radius = 0;
  let service = false;
  const refresh = (): void => {
    shown = features.filter(
      feature =>
        (category === undefined || categoryOf(feature) === category) &&
        (text === '' || fold(String(feature.properties['name'])).includes(text)) &&
        (radius === 0 || distanceOf(feature) <= radius) &&
        (!service || feature.properties['wheelchair'] === 'yes'),
    );
    clusters.show(shown);
  };
  const contender: Contender = {
    rows: () => undefined,
    markers: () => document.querySelectorAll('.leaflet-marker-icon').length,
    placesOnMap: () => clusters.placesOnMap(),
    placesShown: () => shown.length,
    rejected: () => 0,
    toggleCategory: () => {
      category = category === undefined ? mostFrequent(features) : undefined;
      refresh();
    },
    zoomIn: () => map.zoomIn(),
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
  const positions = features.map(({geometry: {coordinates}}) =>
    L.latLng(coordinates[1], coordinates[0]),
  );
  map.fitBounds(L.latLngBounds(positions), {padding: [40, 40], maxZoom: 16, animate: false});
  refresh();
}

const categoryOf = ({properties}: Feature): string =>
  String(properties['category'] ?? properties['shop']);

const center = L.latLng(CENTER[1], CENTER[0]);
const distanceOf = ({geometry: {coordinates}}: Feature): number =>
  center.distanceTo([coordinates[1], coordinates[0]]);

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr').trim();

function mostFrequent(features: readonly Feature[]): string {
  const counts = new Map<string, number>();
  for (const feature of features) {
    counts.set(categoryOf(feature), (counts.get(categoryOf(feature)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
