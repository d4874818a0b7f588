import type {Located} from '../../geo/bounds.js';
import {
  MAX_PLACES,
  MAX_REJECTED,
  readRow,
  tooMany,
  type CollectedPlaces,
} from '../collect-places.js';
import {feedWords as words} from '../feed-words.js';
import {FieldCollector} from '../fields.js';
import type {GeoCoordinates, Place, RejectedRow} from '../place.js';
import type {ReadPlacesOptions} from '../read-places.js';
import {readFeature} from '../readers/geojson.js';
import {isProblem, type Problem} from '../source-row.js';
import type {FeedContext} from '../to-place.js';
import {idGiver} from '../unique-ids.js';
import {FeatureSplitter} from './feature-splitter.js';
import {NameOrder} from './name-order.js';

/** What a look at the whole says about the places that were given one after the other. */
export interface ArrivedPlaces extends Pick<CollectedPlaces, 'rejected' | 'truncated'> {
  /** Indices in ascending order: they are no places after all. */
  readonly removed: readonly number[];
  /** Other ids, by index among the places that stay. */
  readonly renamed: readonly (readonly [index: number, id: string])[];
  /** Where the places that stay are. */
  readonly located: readonly Located[];
  /** `nameOrderOf` the places that stay. */
  readonly nameOrder: () => Uint32Array<ArrayBuffer>;
}

/**
 * Reads GeoJSON, the format of nearly all large feeds, while its bytes arrive. Of what has arrived,
 * positions are known at once, and places as they are asked for; only what a look at the whole needs is
 * kept of them. All together they are what `readPlaces` finds in the same bytes.
 */
export class ArrivingPlaces {
  private readonly splitter = new FeatureSplitter();
  private readonly collector = new FieldCollector(words.targetOfKey);
  private readonly context: FeedContext;
  private readonly uniqueId = idGiver();
  /** What has arrived and was not read; those before `next` were. */
  private readonly features: unknown[] = [];
  private next = 0;
  /** Of each place: where it is, the id of its row, and the number of that. */
  private readonly places: Located[] = [];
  private readonly ids: string[] = [];
  private readonly rows: number[] = [];
  private readonly names = new NameOrder();
  private readonly rejected: RejectedRow[] = [];
  private truncated = false;
  private feature: unknown;
  /** One for all, as they are read one after the other. */
  private readonly row = {read: () => readFeature(this.feature, this.collector, words)};

  constructor(private readonly options: ReadPlacesOptions) {
    const {baseUrl, sourceName} = options;
    this.context = {baseUrl, sourceName, words, kindOf: words.createKindReader()};
  }

  /** @throws Error when only a reader of the whole can tell what it means */
  add(chunk: Uint8Array): void {
    for (const feature of this.splitter.add(chunk)) this.features.push(feature);
  }

  /** No more bytes follow. @throws Error as `add` */
  close(): void {
    this.splitter.end();
  }

  /** How many features have arrived and were not read. */
  get waiting(): number {
    return this.features.length - this.next;
  }

  /** Where the features that wait are, as far as a glance tells. */
  located(): Located[] {
    const {features} = this;
    const found: Located[] = [];
    for (let i = this.next; i < features.length; i++) {
      const geo = pointOf(features[i]);
      if (geo) found.push({geo});
    }
    return found;
  }

  /** The places that the next features are, at most so many of them. */
  read(count: number): Place[] {
    const places: Place[] = [];
    const end = Math.min(this.next + count, this.features.length);
    for (; this.next < end && !this.truncated; this.next++) {
      const at = this.next;
      this.feature = this.features[at];
      // its values live on in the place
      this.features[at] = undefined;
      const result = readRow(this.row, this.context);
      if (!result) continue;
      if (this.isFull()) {
        this.truncated = true;
        this.reject(at, tooMany(this.ids.length));
      } else if (isProblem(result)) this.reject(at, result);
      else places.push(this.keep(result, at));
    }
    if (this.truncated) this.next = this.features.length;
    this.names.add(places);
    return places;
  }

  /** What is to be said in the end, when all has arrived and was read. */
  end(): ArrivedPlaces {
    const {places, ids, rows, rejected, truncated, names} = this;
    const gone = new Set<number>();
    words.findSwapped(places).forEach((problem, index) => {
      if (!problem) return;
      gone.add(index);
      this.reject(rows[index]!, problem);
    });
    const staying = <T>(all: T[]): T[] => all.filter((_, index) => !gone.has(index));
    return {
      removed: [...gone],
      renamed: gone.size > 0 ? newIds(staying(ids), staying(ids.map(idGiver()))) : [],
      located: gone.size > 0 ? staying(places) : places,
      rejected: rejected.sort((one, other) => one.at - other.at),
      truncated,
      nameOrder: () => names.all(gone),
    };
  }

  private isFull(): boolean {
    const {maxPlaces = MAX_PLACES} = this.options;
    return this.ids.length >= maxPlaces || this.rejected.length >= MAX_REJECTED;
  }

  private keep(place: Place, at: number): Place {
    this.places.push({geo: place.geo});
    this.ids.push(place.id);
    this.rows.push(at);
    const id = this.uniqueId(place.id);
    return id === place.id ? place : {...place, id};
  }

  private reject(at: number, problem: Problem): void {
    this.rejected.push({at, unit: 'item', ...problem});
  }
}

/** Where the ids differ from those that were given when there were more. */
function newIds(ids: readonly string[], given: readonly string[]): [number, string][] {
  return ids
    .map(idGiver())
    .map((id, index): [number, string] => [index, id])
    .filter(([index, id]) => id !== given[index]);
}

/** The position of a Point that is where it can be. */
function pointOf(feature: unknown): GeoCoordinates | undefined {
  const {geometry} = Object(feature) as {geometry?: unknown};
  const {type, coordinates} = Object(geometry) as {type?: unknown; coordinates?: unknown};
  if (type !== 'Point' || !Array.isArray(coordinates)) return undefined;
  const [longitude, latitude] = coordinates as unknown[];
  const isPosition =
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90;
  return isPosition ? {longitude, latitude} : undefined;
}
