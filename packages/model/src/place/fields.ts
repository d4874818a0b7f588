import {normalizeText} from '../text/normalize.js';

/**
 * What sources call our fields, best first after the name of the field itself: schema.org,
 * OpenStreetMap, and the headers of French and English spreadsheets. Compared without case, accents, spaces and punctuation, so that
 * `addr:postcode`, `Code postal` and `CODE_POSTAL` are all found.
 */
const ALIASES = {
  id: 'identifiant osmid',
  name: 'nom title titre enseigne nomcommercial denomination libelle raisonsociale namefr brand operator',
  latitude: 'lat y',
  longitude: 'lon lng long x',
  coordinates: 'coordonnees geopoint2d geopoint coordonneesgps gps latlon latlng',
  category: 'categories categorie',
  activity: 'activities activite secteur metier type',
  categoryLabel: '',
  osm: '',
  shop: '',
  craft: '',
  amenity: '',
  tourism: '',
  naf: 'codenaf ape codeape activiteprincipale',
  description: 'descriptif presentation',
  wheelchairDescription: '',
  streetAddress: 'adresse address addrfull',
  houseNumber: 'addrhousenumber numero',
  street: 'addrstreet rue voie addrplace',
  postalCode: 'codepostal cp zip zipcode postcode addrpostcode',
  addressLocality: 'ville commune city town addrcity',
  addressCountry: 'pays country addrcountry',
  telephone: 'tel phone contactphone portable mobile contactmobile',
  email: 'mail courriel contactemail adressemail',
  url: 'website siteweb site siteinternet web contactwebsite',
  image: 'photo imageurl',
  caption: 'imagecaption legende',
  openingHours: 'horaires horaire horairesdouverture ouverture',
  collect: 'clickandcollect clickcollect retrait',
  takeaway: 'aemporter venteaemporter',
  delivery: 'livraison',
  drive: 'drivethrough',
  wheelchair: 'pmr accessible',
  labels: 'label',
  organic: 'bio',
  paymentAccepted: 'paiement moyensdepaiement payment',
  products: 'produits produit',
  siret: 'reffrsiret',
  source: '',
  sourceName: '',
  sourceUrl: '',
  dateModified: 'sourcedatemodified updatedat',
} as const;

export type Field = keyof typeof ALIASES;

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
const UNKNOWN: FieldTarget = {rank: 0};

/** Finds the fields of rows; keeps what it learned about keys, since all rows have the same ones. */
export class FieldCollector {
  private readonly targets = new Map<string, FieldTarget>();
  private readonly aliases = new Map<string, FieldTarget>();
  /** How well the values of the row in hand were named; what earlier rows left is never looked at. */
  private readonly ranks: {[F in Field]?: number} = {};

  constructor() {
    for (const [field, names] of Object.entries(ALIASES)) {
      `${field.toLowerCase()} ${names}`
        .trimEnd()
        .split(' ')
        .forEach((name, rank) => this.aliases.set(name, {field: field as Field, rank}));
    }
  }

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

  private findTarget(key: string): FieldTarget {
    const payment = /^payment:(.+)/.exec(key)?.[1]?.replace(/_/g, ' ');
    return payment
      ? {rank: 0, payment}
      : (this.aliases.get(normalizeText(key).replace(/ /g, '')) ?? UNKNOWN);
  }
}
