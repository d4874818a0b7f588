import type {Event, EventsReading, Occurrence} from '@local-widgets/model';

/** Finds events of a reading, without those that nobody asks for being there. */
export interface EventLookup {
  /** How many there are. */
  readonly size: number;
  /** The one that a date is of. */
  readonly eventOf: (date: Pick<Occurrence, 'eventId'>) => Event | undefined;
  /** The one that a date is of, and the others of its series: what departs from it, or is departed from. */
  readonly seriesOf: (date: Pick<Occurrence, 'eventId'>) => readonly Event[];
  /** The same for all dates of one series, and for no other's. */
  readonly baseOf: (date: Pick<Occurrence, 'eventId'>) => unknown;
  /** The same for all dates of one event, and for no other's. */
  readonly keyOf: (date: Occurrence) => unknown;
}

/** A reading of which events may exist only once they are asked for. */
export interface LazyReading extends EventsReading {
  readonly lookup?: EventLookup;
}

/** How the events of a reading are found. */
export function lookupOf(reading: LazyReading): EventLookup {
  if (reading.lookup) return reading.lookup;
  const {events} = reading;
  const byId = new Map(events.map(event => [event.id, event]));
  const baseOf = ({eventId}: Pick<Occurrence, 'eventId'>): string =>
    byId.get(eventId)?.superEvent ?? eventId;
  return {
    size: byId.size,
    baseOf,
    seriesOf: date => events.filter(({id}) => baseOf({eventId: id}) === baseOf(date)),
    eventOf: ({eventId}) => byId.get(eventId),
    keyOf: ({eventId}) => eventId,
  };
}
