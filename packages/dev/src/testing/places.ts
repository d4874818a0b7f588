/** A place of a generated feed, as a GeoJSON feature. */
export interface PlaceFeature {
  type: 'Feature';
  id: string;
  geometry: {type: 'Point'; coordinates: [number, number]};
  properties: Record<string, unknown>;
}

const kinds = [
  ['bakery', 'Boulangerie'],
  ['butcher', 'Boucherie'],
  ['greengrocer', 'Primeur'],
  ['cheese', 'Fromagerie'],
  ['books', 'Librairie'],
  ['florist', 'Fleuriste'],
  ['farm', 'Ferme'],
  ['pastry', 'Pâtisserie'],
] as const;
const surnames = ['Martin', 'Rossi', 'Lefèvre', 'Dubois', 'Garnier', 'Lœuillet', 'Ferrero', 'Noël'];
const hours = ['Mo-Sa 08:00-19:00', 'Tu-Su 07:00-13:00', '24/7', 'Mo-Fr 09:00-12:00,14:00-18:00'];

const nice = [7.26, 43.71] as const;

/** Places within about ten kilometres of `center` (longitude, latitude); the same for a seed. */
export function generatePlaces(
  count: number,
  seed: number,
  center: readonly [lon: number, lat: number] = nice,
): PlaceFeature[] {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({length: count}, (_, index) => {
    const [shop, word] = pick(kinds);
    const lon = center[0] + (random() - 0.5) * 0.24;
    const lat = center[1] + (random() - 0.5) * 0.18;
    return {
      type: 'Feature',
      id: `node/${index + 1}`,
      geometry: {type: 'Point', coordinates: [round(lon), round(lat)]},
      properties: {
        name: `${word} ${pick(surnames)} ${index + 1}`,
        shop,
        'addr:housenumber': String(1 + Math.floor(random() * 90)),
        'addr:street': 'Rue de la République',
        'addr:postcode': '06000',
        'addr:city': 'Nice',
        phone: `+33 4 93 00 ${String(10 + (index % 90))} 00`,
        opening_hours: pick(hours),
      },
    };
  });
}

const towns = [
  ['06000', 'Nice'],
  ['06230', 'Villefranche-sur-Mer'],
  ['06700', 'Saint-Laurent-du-Var'],
] as const;

/** The place with everything to filter by: towns, services, labels, payment, hours nobody knows. */
export function offering(feature: PlaceFeature, index: number): PlaceFeature {
  const [postcode, city] = towns[index % towns.length]!;
  const {opening_hours, ...properties} = feature.properties;
  return {
    ...feature,
    properties: {
      ...properties,
      ...(index % 9 !== 0 && {opening_hours}),
      'addr:postcode': postcode,
      'addr:city': city,
      services: {collect: index % 3 === 0, delivery: index % 7 === 0, wheelchair: index % 4 === 0},
      labels: index % 5 === 0 ? ['AB'] : [],
      paymentAccepted: index % 2 === 0 ? ['Espèces'] : ['Espèces', 'Carte bancaire'],
    },
  };
}

/** The features as the text of a GeoJSON FeatureCollection. */
export function collection(features: readonly unknown[]): string {
  return JSON.stringify({type: 'FeatureCollection', features});
}

/** The small generator known as mulberry32: numbers from 0 to below 1. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
