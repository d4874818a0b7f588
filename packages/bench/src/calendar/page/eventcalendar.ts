import {createCalendar, DayGrid, List} from '@event-calendar/core';
import {start, view, watchTasks} from './contender.js';

watchTasks();
const box = document.querySelector<HTMLElement>('#calendar')!;
const calendar = createCalendar(box, [DayGrid, List], {
  view: view === 'list' ? 'listMonth' : 'dayGridMonth',
  date: start,
  locale: 'fr',
  // it takes no number: as many as the height allows
  dayMaxEvents: true,
  height: '900px',
  eventSources: [{url: '/events.json'}],
});

window.calendar = {
  isShown: () => box.querySelectorAll('.ec-event').length > 20,
  next: () => calendar.next(),
  title: () => box.querySelector('.ec-title')?.textContent.trim() ?? '',
  elements: () => box.querySelectorAll('*').length,
  countOn: date => {
    const day = new Date(`${date}T00:00`);
    const next = new Date(day.getTime() + 864e5);
    return calendar.getEvents().filter(({start, end}) => start < next && end > day).length;
  },
};
