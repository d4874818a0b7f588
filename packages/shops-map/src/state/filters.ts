import type {CategoryId, Feature, GeoCoordinates} from '@local-widgets/model';

/** What a visitor asks for. */
export interface Filters {
  readonly text: string;
  readonly categories: ReadonlySet<CategoryId>;
  /** Kilometres around the chosen position, else around the page's centre. */
  readonly radiusKm: number | undefined;
  /** Open at this moment; `now` goes with the clock. */
  readonly open: Date | 'now' | undefined;
  /** What a place must offer: services, labels, means of payment. */
  readonly features: ReadonlySet<Feature>;
}

export const NO_FILTERS: Filters = {
  text: '',
  categories: new Set(),
  radiusKm: undefined,
  open: undefined,
  features: new Set(),
};

/** Where a visitor wants to be near to, instead of the page's centre. */
export interface Origin {
  readonly geo: GeoCoordinates;
  /** As people say it: `Flers`, `12 rue du Pont, Flers`, `ma position`. */
  readonly label: string;
  /** Where the device is, or a house: never written into a link by name. */
  readonly isPrivate?: boolean;
}
