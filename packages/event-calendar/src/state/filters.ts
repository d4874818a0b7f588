import type {DateShortcut, DayRange, EventFacet, GeoCoordinates} from '@local-widgets/model';

/** What events can be told apart by, in the order of the panel. */
export const FACETS = [
  'category',
  'age',
  'free',
  'place',
  'audience',
  'accessibility',
  'setting',
  'language',
  'source',
] as const satisfies readonly EventFacet[];

/** Days that have a button of their own. */
export const SHORTCUTS = ['today', 'this-weekend', 'this-week'] as const satisfies DateShortcut[];

export type Shortcut = (typeof SHORTCUTS)[number];

/** Some days that a person asks for; `name` while they go with the calendar. */
export interface AskedDays extends DayRange {
  readonly name?: Shortcut | undefined;
}

/** What a visitor asks for. */
export interface Filters {
  readonly text: string;
  /** The values chosen of each facet, as `EventCriteria` takes them; never an empty set. */
  readonly facets: ReadonlyMap<EventFacet, ReadonlySet<string>>;
  /** Kilometres around the chosen position, else around the page's centre. */
  readonly radiusKm: number | undefined;
  /** The place of the map whose events are wanted. */
  readonly shop: ChosenPlace | undefined;
  readonly days: AskedDays | undefined;
}

export interface ChosenPlace {
  readonly id: string;
  readonly name: string;
}

export const NO_FILTERS: Filters = {
  text: '',
  facets: new Map(),
  radiusKm: undefined,
  shop: undefined,
  days: undefined,
};

/** Where a visitor wants to be near to, instead of the page's centre. */
export interface Origin {
  readonly geo: GeoCoordinates;
  /** As people say it: `Flers`, `12 rue du Pont, Flers`, `ma position`. */
  readonly label: string;
  /** Where the device is, or a house: never written into a link by name. */
  readonly isPrivate?: boolean;
}
