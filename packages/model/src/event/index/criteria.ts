import type {TextMatcher} from '../../text/match.js';
import type {GeoCoordinates} from '../../place/place.js';
import type {Event, EventAccessibility, EventSetting, Occurrence} from '../event.js';
import type {AgeGroup} from './age-groups.js';
import type {DayRange} from './shortcuts.js';

/** Makes events searchable: `eventSearch`, wherever it comes from. */
export interface EventSearch {
  /** Called once for each event, as long as it is the same function. */
  readonly searchTextOf: (event: Event) => string;
  readonly createTextMatcher: (query: string) => TextMatcher;
}

/** What a person asks for; everything left out does not restrict. Spelling of texts: accents and case are one. */
export interface EventCriteria {
  /** Days that an occurrence touches. */
  readonly days?: DayRange | undefined;
  /** Hides what is over by then: its end, or three hours after a start without an end. */
  readonly notBefore?: Date | undefined;
  /** Words in the name, the kind, the place, the organiser, the text; small slips are forgiven. */
  readonly text?: {readonly query: string; readonly search: EventSearch} | undefined;
  /** Any of them. */
  readonly categories?: readonly string[] | undefined;
  /** Any of them. */
  readonly audiences?: readonly string[] | undefined;
  /** Any of them; events whose ages nobody knows are for none. */
  readonly ages?: readonly AgeGroup[] | undefined;
  /** `true`: known to be free; `false`: known not to be. */
  readonly isFree?: boolean | undefined;
  /** Any of them. */
  readonly places?: readonly string[] | undefined;
  /** All of them. */
  readonly accessibility?: readonly EventAccessibility[] | undefined;
  /** Something that is both counts as either. */
  readonly setting?: Exclude<EventSetting, 'both'> | undefined;
  /** Any of them, BCP 47; `fr` finds `fr-FR`. */
  readonly languages?: readonly string[] | undefined;
  /** Labels of sources, any of them. */
  readonly sources?: readonly string[] | undefined;
  /** Near a position, at most so many metres away; without a position it is not near. */
  readonly near?: {readonly center: GeoCoordinates; readonly radius: number} | undefined;
  /** Of this place: `EventLocation.placeId`. */
  readonly placeId?: string | undefined;
}

/** The dimensions by which events are counted. */
export type EventFacet =
  | 'category'
  | 'audience'
  | 'age'
  | 'free'
  | 'place'
  | 'accessibility'
  | 'setting'
  | 'language'
  | 'source';

/** A value of a facet with what choosing it would leave. */
export interface FacetCount {
  /** As criteria take it. */
  readonly value: string;
  /** As the sources spell it; of the values that are ours the value itself. */
  readonly label: string;
  /** How many events. */
  readonly count: number;
}

/** What is on, in order, with what lasts apart. */
export interface Agenda {
  /** By start. */
  readonly dated: readonly Occurrence[];
  /**
   * What goes on all the time: begun before and longer than a week, or repeated nearly every day. Of each event
   * the next occurrence; those that end first come first.
   */
  readonly ongoing: readonly Occurrence[];
}
