/** What a row of a feed may tell, under our own names for it; `Place` is made of these. */
export const FIELDS = [
  'id',
  'name',
  'latitude',
  'longitude',
  'category',
  'categoryLabel',
  'description',
  'streetAddress',
  'postalCode',
  'addressLocality',
  'addressCountry',
  'telephone',
  'email',
  'url',
  'image',
  'caption',
  'openingHours',
  'collect',
  'delivery',
  'drive',
  'wheelchair',
  'labels',
  'paymentAccepted',
  'products',
  'siret',
  'source',
  'dateModified',
] as const;

/** What others tell in another shape: `adaptValues` makes the fields above of it. */
export type ForeignField =
  | 'coordinates'
  | 'activity'
  | 'osm'
  | 'shop'
  | 'craft'
  | 'amenity'
  | 'tourism'
  | 'naf'
  | 'wheelchairDescription'
  | 'houseNumber'
  | 'street'
  | 'takeaway'
  | 'organic'
  | 'sourceName'
  | 'sourceUrl';

export type Field = (typeof FIELDS)[number] | ForeignField;

/** Raw values by field, from one row. `payments` holds the keys of `payment:…=yes`. */
export type FieldValues = {[F in Field]?: unknown} & {payments?: string[]};

/** A field and how well a key names it, 0 best. */
export interface FieldTarget {
  readonly field?: Field;
  readonly rank: number;
  /** `cash` of `payment:cash`. */
  readonly payment?: string | undefined;
}

/** Objects whose members are fields of the place: schema.org's parts, OSM tags in a sub-object. */
const NESTING = /^(?:address|adresse|geo|geo_point_2d|location|services|tags|contact)$/;

/** Finds the fields of rows; keeps what it learned about keys, since all rows have the same ones. */
export class FieldCollector {
  private readonly targets = new Map<string, FieldTarget>();
  /** How well the values of the row in hand were named; what earlier rows left is never looked at. */
  private readonly ranks: {[F in Field]?: number} = {};

  /** @param findTarget `targetOfKey`, or less where less is enough. */
  constructor(private readonly findTarget: (key: string) => FieldTarget) {}

  /** What a key or a column header names; no field when we know none. */
  targetOf(key: string): FieldTarget {
    let target = this.targets.get(key);
    if (!target) {
      target = this.findTarget(key.slice(0, 100));
      // A hostile feed may invent a key a row: what is remembered has an end.
      if (key.length < 100 && this.targets.size < 2000) this.targets.set(key, target);
    }
    return target;
  }

  /** Adds the fields of an object to `values`; those already there stay. */
  collect(object: object, values: FieldValues = {}, isNested = false): FieldValues {
    let nested: object[] | undefined;
    for (const key of Object.keys(object)) {
      const value: unknown = (object as Record<string, unknown>)[key];
      if (value === null || value === undefined || value === '') continue;
      if (typeof value === 'object' && !isNested && NESTING.test(key) && !Array.isArray(value)) {
        (nested ??= []).push(value);
        continue;
      }
      const {field, rank, payment} = this.targetOf(key);
      if (payment && value === 'yes') (values.payments ??= []).push(payment);
      if (!field || (values[field] !== undefined && (isNested || rank >= (this.ranks[field] ?? 0))))
        continue;
      // `"@type": "PostalAddress"` is not the kind of the place.
      if (isNested && field === 'activity') continue;
      values[field] = value;
      this.ranks[field] = rank;
    }
    nested?.forEach(inner => this.collect(inner, values, true));
    return values;
  }
}
