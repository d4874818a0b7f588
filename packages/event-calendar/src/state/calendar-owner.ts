import type {Messages} from '../locales/index.js';
import type {DayNote} from '../views/month.js';
import type {View} from './attributes.js';
import type {CalendarState, ChosenDate} from './calendar-state.js';
import type {AskedDays, Shortcut} from './filters.js';
import type {ViewContext} from './view-context.js';

/** What the parts that load later may ask of their element, and tell it. */
export interface CalendarOwner {
  readonly state: CalendarState;
  /** The IANA zone of the calendar. */
  readonly timeZone: string;
  /** Weekday that weeks begin with; 0 is Monday. */
  readonly weekStart: number;
  /** What the page shows before a person asks for something else. */
  readonly defaults: {readonly view: View; readonly day: number};
  /** Calendars of `src` that one can subscribe to. */
  readonly subscriptions: readonly {readonly name: string; readonly url: string}[];
  words(): ViewContext<Messages>;
  /** What a day is beside its events. */
  holidayOf(day: number): DayNote | undefined;
  /** A person asks for something else: the page hears of it. */
  ask(change: (state: CalendarState) => void): void;
  /** Gives the keyboard to the first element of that selector, once it is rendered. */
  focus(selector: string): void;
  /** Opens an event that is there, on one of its dates; undefined closes it. */
  choose(chosen: ChosenDate | undefined): void;
  /** The days that go by a name now. */
  daysCalled(name: Shortcut): AskedDays;
  /** Closes the panel below the bar; the keyboard goes back to its button. */
  closePanel(): void;
}
