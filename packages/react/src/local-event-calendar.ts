// Generated from custom-elements.json of @local-widgets/event-calendar by `npm run manifest -- --write`.
import '@local-widgets/event-calendar/define.js';
import {LocalEventCalendar as LocalEventCalendarElement} from '@local-widgets/event-calendar';
import type {
  LocalEventSelectEvent,
  LocalEventActionEvent,
  LocalEventsFilterEvent,
  LocalEventsLoadEvent,
  LocalEventsErrorEvent,
} from '@local-widgets/event-calendar';
import {component, type Widget, type WidgetProps} from './component.js';

export type {
  LocalEventCalendarElement,
  LocalEventSelectEvent,
  LocalEventActionEvent,
  LocalEventsFilterEvent,
  LocalEventsLoadEvent,
  LocalEventsErrorEvent,
};

export interface LocalEventCalendarProps extends WidgetProps<
  LocalEventCalendarElement,
  | 'src'
  | 'format'
  | 'hub'
  | 'calendar'
  | 'labels'
  | 'colors'
  | 'view'
  | 'views'
  | 'date'
  | 'timeZone'
  | 'categories'
  | 'shop'
  | 'followMap'
  | 'center'
  | 'radiusKm'
  | 'geocoder'
  | 'compact'
  | 'holidays'
  | 'schoolHolidays'
  | 'schoolZone'
  | 'report'
  | 'urlState'
  | 'jsonLd'
  | 'headingLevel'
  | 'reading'
  | 'feedEnvironment'
  | 'clock'
> {
  /** A person opened an event, or closed it. */
  onLocalEventSelect?: ((event: LocalEventSelectEvent) => void) | undefined;
  /** A person wants to see an event on the map. */
  onLocalEventAction?: ((event: LocalEventActionEvent) => void) | undefined;
  /** A person changed a filter. */
  onLocalEventsFilter?: ((event: LocalEventsFilterEvent) => void) | undefined;
  /** The sources were read. */
  onLocalEventsLoad?: ((event: LocalEventsLoadEvent) => void) | undefined;
  /** No source could be loaded or read. */
  onLocalEventsError?: ((event: LocalEventsErrorEvent) => void) | undefined;
}

/** What is on here, right to the minute. It renders `<local-event-calendar>`. */
export const LocalEventCalendar: Widget<LocalEventCalendarElement, LocalEventCalendarProps> =
  component({
    tagName: 'local-event-calendar',
    elementClass: LocalEventCalendarElement,
    events: {
      onLocalEventSelect: 'local-event-select',
      onLocalEventAction: 'local-event-action',
      onLocalEventsFilter: 'local-events-filter',
      onLocalEventsLoad: 'local-events-load',
      onLocalEventsError: 'local-events-error',
    },
    initial: {
      src: '',
      format: '',
      hub: '',
      calendar: '',
      labels: '',
      colors: '',
      view: '',
      views: '',
      date: '',
      timeZone: 'Europe/Paris',
      categories: '',
      shop: null,
      followMap: false,
      center: '',
      radiusKm: '',
      geocoder: '',
      compact: false,
      holidays: 'FR',
      schoolHolidays: '',
      schoolZone: '',
      report: '',
      urlState: null,
      jsonLd: false,
      headingLevel: 3,
    },
  });
