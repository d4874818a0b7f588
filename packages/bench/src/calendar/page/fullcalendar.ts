import {Calendar} from 'fullcalendar';
import dayGridPlugin from 'fullcalendar/daygrid';
import listPlugin from 'fullcalendar/list';
import fr from 'fullcalendar/locales/fr';
import classicThemePlugin from 'fullcalendar/themes/classic';
import {countOn, fetchEvents, ofCategory, start, view, watchTasks} from './contender.js';
import {forFullCalendar} from './fullcalendar-events.js';

watchTasks();
const box = document.querySelector<HTMLElement>('#calendar')!;
const events = await fetchEvents('/events.json');
const calendar = new Calendar(box, {
  plugins: [dayGridPlugin, listPlugin, classicThemePlugin],
  initialView: view === 'list' ? 'listMonth' : 'dayGridMonth',
  initialDate: start,
  locale: fr,
  timeZone: 'UTC',
  dayMaxEvents: 3,
  events: events.map(forFullCalendar),
});
calendar.render();

window.calendar = {
  isShown: () => box.querySelectorAll('[data-date]').length > (view === 'list' ? 0 : 20),
  next: () => calendar.next(),
  title: () => calendar.view.title,
  elements: () => box.querySelectorAll('*').length,
  countOn: date => countOn(calendar.getEvents(), date),
  prepare: () => Promise.resolve(),
  filter: category =>
    calendar.setOption('events', ofCategory(events, category).map(forFullCalendar)),
};
