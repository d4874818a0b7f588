import type {CategoryId} from './categories.js';

/** A position in WGS 84 decimal degrees, as in GeoJSON (RFC 7946 §3.1.1). */
export interface GeoCoordinates {
  /** Degrees east, in [-180, 180]. */
  readonly longitude: number;
  /** Degrees north, in [-90, 90]. */
  readonly latitude: number;
}

/** https://schema.org/PostalAddress, every part optional. */
export interface PostalAddress {
  /** House number and street, as written on an envelope. */
  readonly streetAddress?: string;
  /** Kept as text: `01000` and `2A004` are codes, not numbers. */
  readonly postalCode?: string;
  /** Town. */
  readonly addressLocality?: string;
  /** ISO 3166-1 alpha-2. */
  readonly addressCountry?: string;
}

/** https://schema.org/ImageObject, reduced to what a card shows. */
export interface PlaceImage {
  /** Absolute, http or https; checked again before it is shown. */
  readonly url: string;
  /** Text alternative; absent when the image adds nothing to the name. */
  readonly caption?: string;
}

/** How one can buy or what one finds there. `true` yes, `false` said to be no, absent unknown. */
export interface PlaceServices {
  /** Order first, collect in person (OSM `click_and_collect`, `takeaway`). */
  readonly collect?: boolean;
  readonly delivery?: boolean;
  /** Collect without leaving the car (OSM `drive_through`). */
  readonly drive?: boolean;
  /** Step-free access; OSM's `limited` counts as `false`, its `wheelchair:description` joins ours. */
  readonly wheelchair?: boolean;
}

/** Where a place was read, so that a person can judge and correct it. */
export interface PlaceSource {
  /** Name of the publisher or of the file. */
  readonly name?: string;
  /** http(s) address of the entry itself. */
  readonly url?: string;
  /** ISO 8601 date of the last change, when the source tells. */
  readonly dateModified?: string;
}

/**
 * Somebody who sells, makes or does something near here: schema.org's LocalBusiness, reduced to what
 * feeds really carry. All text is plain text: it is shown as text, never as markup.
 */
export interface Place {
  /** Unique among the places of one reading; from the source where it has one, else derived. */
  readonly id: string;
  readonly name: string;
  readonly geo: GeoCoordinates;
  /** At least one; `other` when the source says nothing that we know. The first one gives the icon. */
  readonly categories: readonly CategoryId[];
  /** What the source called it, when that says more than our category ("Fromager affineur"). */
  readonly categoryLabel?: string;
  readonly description?: string;
  readonly address?: PostalAddress;
  /** As written in the source; `tel:` links are made from it. */
  readonly telephone?: string;
  readonly email?: string;
  /** The place's own site, http or https. */
  readonly url?: string;
  readonly image?: PlaceImage;
  /** An OSM `opening_hours` value, including exceptional days. Absent: unknown. */
  readonly openingHours?: string;
  readonly services?: PlaceServices;
  /** Quality marks and labels, as displayed ("AB", "Label Rouge"). */
  readonly labels?: readonly string[];
  /** Accepted means of payment, as displayed; from OSM `payment:…` the bare key ("credit cards"). */
  readonly paymentAccepted?: readonly string[];
  /** What is sold or made, as displayed. */
  readonly products?: readonly string[];
  /** French establishment number, 14 digits; finds duplicates between sources. */
  readonly siret?: string;
  readonly source?: PlaceSource;
  /** Further sources that know the same place, when several were merged. */
  readonly otherSources?: readonly PlaceSource[];
}

/** One row, feature or item of a feed that could not become a place. */
export interface RejectedRow {
  /** Where: line number of a CSV file (1 = header), index of a feature or item (0-based). */
  readonly at: number;
  readonly unit: 'line' | 'item';
  /** Why, as a stable code; `detail` has the words for the webmaster. */
  readonly reason:
    | 'no-position'
    | 'bad-position'
    | 'swapped-position'
    | 'no-name'
    | 'not-a-place'
    | 'too-many'
    | 'bad-row';
  /** English, for the console; quotes the offending value, cut to a readable length. */
  readonly detail: string;
}
