import {Calendar} from 'fullcalendar';
import dayGridPlugin from 'fullcalendar/daygrid';
import listPlugin from 'fullcalendar/list';
import fr from 'fullcalendar/locales/fr';
import classicThemePlugin from 'fullcalendar/themes/classic';
import {start, view, watchTasks} from './contender.js';

watchTasks();
const box = document.querySelector<HTMLElement>('#calendar')!;
let isLoaded = false;
const calendar = new Calendar(box, {
  plugins: [dayGridPlugin, listPlugin, classicThemePlugin],
  initialView: view === 'list' ? 'listMonth' : 'dayGridMonth',
  initialDate: start,
  locale: fr,
  timeZone: 'UTC',
  dayMaxEvents: 3,
  events: '/events.json',
  loading: isLoading => (isLoaded = !isLoading),
});
calendar.render();

const cellOf = (date: string): Element | null => box.querySelector(`[data-date="${date}"]`);

window.calendar = {
  isShown: () =>
    isLoaded && box.querySelectorAll('[data-date]').length > (view === 'list' ? 0 : 20),
  next: () => calendar.next(),
  title: () => calendar.view.title,
  elements: () => box.querySelectorAll('*').length,
  countOn: date => {
    const day = new Date(`${date}T00:00Z`);
    const next = new Date(day.getTime() + 864e5);
    const isThere = cellOf(date) !== null;
    return isThere
      ? calendar.getEvents().filter(({start, end}) => start! < next && (end ?? start!) > day).length
      : 0;
  },
};
