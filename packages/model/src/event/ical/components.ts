import {cleanText} from '../../text/clean-text.js';
import {ContentLines, type ContentLine} from './content-lines.js';
import {textOf} from './values.js';

/** What has properties: a calendar, or a component of one. */
export interface Described {
  /** In their order: a handful, in which a look-up is quicker than a table. */
  readonly properties: readonly ContentLine[];
}

/** A calendar with what is in it that we read. */
export interface Calendar extends Described {
  readonly properties: ContentLine[];
  readonly zones: Component[];
  readonly events: Component[];
}

const table = (names: string): ReadonlyMap<string, string> =>
  new Map(names.split(' ').map(name => [name, name]));

/** What is read at once of a component: where it begins and ends, and its id. */
const OUTLINE = /* @__PURE__ */ table('BEGIN END UID');
/** What is read of a component when its turn comes, and of a calendar. */
const WHOLE = /* @__PURE__ */ table(
  'BEGIN END UID SEQUENCE DTSTAMP LAST-MODIFIED DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID ' +
    'STATUS CLASS SUMMARY DESCRIPTION LOCATION GEO URL CATEGORIES ORGANIZER CONTACT IMAGE ATTACH CONFERENCE ' +
    'X-LOCAL-PLACE-ID X-APPLE-STRUCTURED-LOCATION X-MICROSOFT-CDO-ALLDAYEVENT TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO ' +
    'METHOD NAME X-WR-CALNAME X-WR-CALDESC COLOR X-APPLE-CALENDAR-COLOR X-WR-TIMEZONE TIMEZONE-ID ' +
    'REFRESH-INTERVAL X-PUBLISHED-TTL',
);
/** What cannot be inside another component: where it begins, that was never ended. */
const OUTERMOST = /^(?:VCALENDAR|VEVENT|VTIMEZONE|VTODO|VJOURNAL|VFREEBUSY)$/;

/** Lines between two points at which the reading may pause. */
const SLICE = 4000;

const kindOf = ({value}: ContentLine): string => value.trim().toUpperCase();

/**
 * A component (RFC 5545 §3.6) as a stretch of the text: it is read when it is asked for, and forgotten when it is
 * done. All of a feed at once are many times the feed, and outlive the first collections of garbage, which
 * costs more than to read twice where components begin and end.
 */
export class Component implements Described {
  uid: string | undefined;
  private parts: {properties: ContentLine[]; inner: Described[]} | undefined;

  /** @param line The line on which it begins. @param start Where the next one does. */
  constructor(
    private readonly text: string,
    readonly line: number,
    private readonly start: number,
  ) {}

  get properties(): readonly ContentLine[] {
    return (this.parts ??= this.read()).properties;
  }

  /** The components inside, like the observances of a time zone. */
  get inner(): readonly Described[] {
    return (this.parts ??= this.read()).inner;
  }

  forget(): void {
    this.parts = undefined;
  }

  private read(): NonNullable<Component['parts']> {
    const parts = {properties: [], inner: [] as Described[]};
    const lines = new ContentLines(this.text, WHOLE, this.start, this.line);
    const open: ContentLine[][] = [parts.properties];
    for (let property = lines.next(); property && open.length; property = lines.next()) {
      if (property.name === 'BEGIN') {
        if (OUTERMOST.test(kindOf(property))) break;
        const properties: ContentLine[] = [];
        parts.inner.push({properties});
        open.push(properties);
      } else if (property.name === 'END') open.pop();
      else open.at(-1)!.push(property);
    }
    return parts;
  }
}

/**
 * The calendars of a text, with their events and time zones. A component that is never ended ends where one
 * begins that cannot be in it, or with the text; an event outside of a calendar is in one all the same.
 */
export function* calendarsOf(text: string): Generator<undefined, Calendar[]> {
  const lines = new ContentLines(text, WHOLE);
  const calendars: Calendar[] = [];
  let calendar: Calendar | undefined;
  let component: Component | undefined;
  let inside = '';
  let count = 0;
  for (let property = lines.next(); property; property = lines.next()) {
    if (++count % SLICE === 0) yield;
    const {name, line} = property;
    if (name === 'UID') {
      if (component) component.uid ??= cleanText(textOf(property.value), 1000);
    } else if (name === 'END') {
      if (kindOf(property) !== inside) continue;
      lines.names = WHOLE;
      inside = '';
      component = undefined;
    } else if (name !== 'BEGIN') {
      if (!inside) calendar?.properties.push(property);
    } else {
      const kind = kindOf(property);
      if (inside && !OUTERMOST.test(kind)) continue;
      const isCalendar = kind === 'VCALENDAR';
      if (isCalendar || !calendar) {
        calendars.push((calendar = {properties: [], zones: [], events: []}));
      }
      inside = isCalendar ? '' : kind;
      component = isCalendar ? undefined : new Component(lines.text, line, lines.at);
      lines.names = isCalendar ? WHOLE : OUTLINE;
      if (kind === 'VEVENT') calendar.events.push(component!);
      else if (kind === 'VTIMEZONE') calendar.zones.push(component!);
    }
  }
  return calendars;
}

/** The first property of a name that has a value. */
export function firstOf({properties}: Described, name: string): ContentLine | undefined {
  for (const property of properties) {
    if (property.name === name && property.value.trim()) return property;
  }
  return undefined;
}

/** All properties of a name, in their order. */
export function allOf({properties}: Described, name: string): ContentLine[] {
  return properties.filter(property => property.name === name);
}
