import {distanceInMeters} from '../geo/distance.js';
import {ancestorsOf, type CategoryId} from './categories.js';
import type {BasicCriteria, PlaceSelection, PreparedOrder} from './criteria.js';
import {Kinds} from './kinds.js';
import {distanceOrderOf, nameOrderOf} from './order.js';
import type {GeoCoordinates, Place} from './place.js';

/** A value made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: {value: T} | undefined;
  return () => (made ??= {value: make()}).value;
}

/**
 * Places in order, with the counts of their categories: what the first moment of a list needs.
 * `PlaceIndex` answers everything else. Immutable; make a new one when the places or the centre change.
 */
export class BasicPlaceIndex {
  /** Metres from the centre by index; empty without a centre. */
  readonly distances: Float64Array;
  /** Whether any place says when it is open, so that asking "open now" makes sense. */
  readonly knowsHours: boolean;

  protected readonly nameOrder: () => Uint32Array;
  protected readonly order: () => Uint32Array;
  private readonly kinds = lazily(
    () => new Kinds(this.places, ({categories}) => categories.join()),
  );
  /** The categories of each kind with all that stand above them, each once. */
  private readonly lineages = lazily(() =>
    this.kinds().samples.map(sample => lineageOf(this.places[sample] as Place)),
  );

  /**
   * @param center Distances are measured from here; without it places are in the order of their names.
   * @param prepared What was made ready elsewhere for these places.
   */
  constructor(
    readonly places: readonly Place[],
    center?: GeoCoordinates,
    readonly prepared: PreparedOrder = {},
  ) {
    this.distances = Float64Array.from(center ? places : [], ({geo}) =>
      distanceInMeters(center!, geo),
    );
    this.knowsHours = places.some(place => place.openingHours !== undefined);
    this.nameOrder = lazily(() => prepared.nameOrder ?? nameOrderOf(places));
    this.order = center ? lazily(() => distanceOrderOf(this.distances)) : this.nameOrder;
  }

  /** Applies the categories, and counts. */
  select({categories, sort}: BasicCriteria): PlaceSelection {
    const order = sort === 'name' ? this.nameOrder() : this.order();
    const indices = [...this.within(order, categories)];
    return {indices, counts: this.categoryCounts(order), unknownHours: 0};
  }

  protected within(indices: Uint32Array, categories: BasicCriteria['categories']): Uint32Array {
    if (!categories?.length) return indices;
    const {of} = this.kinds();
    const passing = Uint8Array.from(this.lineages(), lineage =>
      lineage.some(id => categories.includes(id)) ? 1 : 0,
    );
    return indices.filter(index => passing[of[index] as number]);
  }

  protected categoryCounts(indices: Uint32Array): ReadonlyMap<CategoryId, number> {
    const counts = new Map<CategoryId, number>();
    const sizes = this.kinds().sizes(indices);
    this.lineages().forEach((lineage, kind) => {
      const size = sizes[kind];
      if (size) for (const id of lineage) counts.set(id, (counts.get(id) ?? 0) + size);
    });
    return counts;
  }
}

/** A place's categories with all that stand above them, each once. */
function lineageOf({categories}: Place): readonly CategoryId[] {
  return [...new Set(categories.flatMap(id => [id, ...ancestorsOf(id)]))];
}
