export * from './events.js';
export {LocalEventCalendar} from './local-event-calendar.js';
export {eventCalendarMessages, type Messages} from './locales/index.js';
