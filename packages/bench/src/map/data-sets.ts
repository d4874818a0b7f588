import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {mulberry32} from '../measuring/random.js';

/** A feed to measure with. */
export interface DataSet {
  readonly name: string;
  /** Features in the feed. */
  readonly count: number;
  readonly body: Buffer;
  /** Whether it lies so close that a map can show all of it at once. */
  readonly fitsOnMap: boolean;
  /** Whether its places tell their services and hours, so that one can ask for them. */
  readonly hasServices: boolean;
}

const TOWNS = 300;
const IN_TOWNS = 0.6;
const FRANCE = {west: -4.5, east: 7.8, south: 42.6, north: 50.8};

const KINDS = [
  ['bakery', 'Boulangerie'],
  ['butcher', 'Boucherie'],
  ['greengrocer', 'Primeur'],
  ['cheese', 'Fromagerie'],
  ['books', 'Librairie'],
  ['florist', 'Fleuriste'],
  ['farm', 'Ferme'],
  ['wine', 'Caviste'],
] as const;
const NAMES = ['Martin', 'Rossi', 'Lefèvre', 'Dubois', 'Garnier', 'Lœuillet', 'Ferrero', 'Noël'];
const HOURS = ['Mo-Sa 08:00-19:00', 'Tu-Su 07:00-13:00', '24/7', 'Mo-Fr 09:00-12:00,14:00-18:00'];

/** Degrees of longitude that our map shows at its farthest zoom, and some margin. */
const WIDEST = 110;

interface Collection {
  readonly features: readonly {readonly geometry: {readonly coordinates: readonly number[]}}[];
}

/** Degrees of longitude around the median that make the gathered part of a file. */
const GATHERED = 20;

/**
 * The places of a GeoJSON file; where one map cannot show them all at once (France with its islands
 * overseas), also those that lie together.
 */
export async function fromFile(path: string): Promise<DataSet[]> {
  const body = await readFile(path);
  const {features} = JSON.parse(body.toString()) as Collection;
  const name = basename(path);
  const longitudes = features
    .map(({geometry}) => geometry.coordinates[0] ?? 0)
    .sort((a, b) => a - b);
  const middle = longitudes[Math.floor(longitudes.length / 2)] ?? 0;
  const fitsOnMap = (longitudes.at(-1) ?? 0) - (longitudes[0] ?? 0) < WIDEST;
  const whole = {name, count: features.length, body, fitsOnMap, hasServices: false};
  if (fitsOnMap) return [whole];
  const near = features.filter(
    ({geometry}) => Math.abs((geometry.coordinates[0] ?? 0) - middle) < GATHERED,
  );
  return [whole, dataSet(`${name}, gathered part`, near, false)];
}

function dataSet(name: string, features: readonly unknown[], hasServices: boolean): DataSet {
  const body = Buffer.from(JSON.stringify({type: 'FeatureCollection', features}));
  return {name, count: features.length, body, fitsOnMap: true, hasServices};
}

/**
 * Places over France, 60 % of them gathered in 300 towns of very different size, as shops are; the
 * same for a count.
 */
export function generated(count: number): DataSet {
  const random = mulberry32(count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const anywhere = (): [number, number] => [
    FRANCE.west + random() * (FRANCE.east - FRANCE.west),
    FRANCE.south + random() * (FRANCE.north - FRANCE.south),
  ];
  const towns = Array.from({length: TOWNS}, (_, i) => ({name: `Bourg-${i}`, at: anywhere()}));
  const features = Array.from({length: count}, (_, i) => {
    const [shop, word] = pick(KINDS);
    // squared: few towns have most of the shops
    const town = towns[Math.floor(random() ** 2 * TOWNS)]!;
    const at = random() < IN_TOWNS ? around(town.at, random) : anywhere();
    return {
      type: 'Feature',
      id: `node/${i + 1}`,
      geometry: {type: 'Point', coordinates: at.map(degrees => Math.round(degrees * 1e5) / 1e5)},
      properties: {
        name: `${word} ${pick(NAMES)} ${i + 1}`,
        shop,
        'addr:street': 'Rue de la République',
        'addr:city': town.name,
        phone: `+33 4 93 00 ${String(10 + (i % 90))} 00`,
        opening_hours: pick(HOURS),
        wheelchair: i % 3 ? 'no' : 'yes',
      },
    };
  });
  return dataSet(`${count} generated`, features, true);
}

/** A position near another, normally distributed over about three kilometres (Box and Muller). */
function around([x, y]: readonly [number, number], random: () => number): [number, number] {
  const length = 0.03 * Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
}
