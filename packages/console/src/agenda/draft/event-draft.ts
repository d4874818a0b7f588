import type {Weekday} from '@local-widgets/model/schemas.js';

/**
 * How an event repeats, as one can say it. `dates`: on further dates alone; `own`: by a rule that the form
 * has no words for, which stays as it is.
 */
export type Repeat =
  | 'none'
  | 'daily'
  | 'weekly'
  | 'fortnightly'
  | 'month-day'
  | 'month-weekday'
  | 'month-last'
  | 'yearly'
  | 'dates'
  | 'own';

export type RepeatEnd = 'never' | 'until' | 'count';

/** One date that is not as the others. Empty is as the others. */
export interface DateChange {
  readonly isCancelled: boolean;
  /** Why it is cancelled, for all to read. */
  readonly reason: string;
  /** ISO date to which it is moved. */
  readonly day: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly place: string;
}

export interface DraftOffer {
  readonly name: string;
  /** As typed. */
  readonly price: string;
}

/**
 * An event as it is being written: what stands in the fields, as typed. Days are ISO dates, times are
 * `18:30`. Dates are named by their day, or by their recurrence id where they are at another time.
 */
export interface EventDraft {
  readonly name: string;
  readonly description: string;
  readonly isAllDay: boolean;
  readonly startDay: string;
  readonly startTime: string;
  /** Empty: the same day. */
  readonly endDay: string;
  /** Empty: nobody knows. */
  readonly endTime: string;

  readonly repeat: Repeat;
  readonly weekdays: readonly Weekday[];
  readonly ends: RepeatEnd;
  readonly until: string;
  readonly count: string;
  /** RFC 5545 §3.3.10, of `own`. */
  readonly ownRule: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changes: Readonly<Record<string, DateChange>>;

  readonly where: 'none' | 'shop' | 'typed';
  readonly placeName: string;
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly addressLocality: string;
  readonly onlineUrl: string;

  readonly price: 'untold' | 'free' | 'paid';
  readonly offers: readonly DraftOffer[];
  readonly conditions: string;

  /** Parted by commas. */
  readonly categories: string;
  readonly audience: string;
  readonly ageMin: string;
  readonly ageMax: string;
  readonly accessibility: readonly string[];
  readonly setting: '' | 'indoor' | 'outdoor' | 'both';

  readonly imageUrl: string;
  readonly imageCaption: string;
  readonly imageCredit: string;

  readonly organizerName: string;
  readonly organizerTelephone: string;
  readonly organizerEmail: string;
  readonly url: string;

  readonly signUp: 'none' | 'here' | 'elsewhere';
  readonly capacity: string;
  readonly hasWaitingList: boolean;
  readonly maxPlaces: string;
  readonly closesHours: string;
  readonly reminderHours: string;
  readonly instructions: string;
  readonly registrationUrl: string;
  readonly registrationTelephone: string;
  readonly registrationEmail: string;
}

export const NO_CHANGE: DateChange = {
  isCancelled: false,
  reason: '',
  day: '',
  startTime: '',
  endTime: '',
  place: '',
};

/** What stands in the form of a new event on a day. */
export function emptyDraft(day: string): EventDraft {
  return {
    name: '',
    description: '',
    isAllDay: false,
    startDay: day,
    startTime: '',
    endDay: '',
    endTime: '',
    repeat: 'none',
    weekdays: [],
    ends: 'never',
    until: '',
    count: '',
    ownRule: '',
    added: [],
    removed: [],
    changes: {},
    where: 'shop',
    placeName: '',
    streetAddress: '',
    postalCode: '',
    addressLocality: '',
    onlineUrl: '',
    price: 'untold',
    offers: [],
    conditions: '',
    categories: '',
    audience: '',
    ageMin: '',
    ageMax: '',
    accessibility: [],
    setting: '',
    imageUrl: '',
    imageCaption: '',
    imageCredit: '',
    organizerName: '',
    organizerTelephone: '',
    organizerEmail: '',
    url: '',
    signUp: 'none',
    capacity: '',
    hasWaitingList: true,
    maxPlaces: '4',
    closesHours: '',
    reminderHours: '24',
    instructions: '',
    registrationUrl: '',
    registrationTelephone: '',
    registrationEmail: '',
  };
}
