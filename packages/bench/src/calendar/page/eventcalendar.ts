import {createCalendar, DayGrid, List} from '@event-calendar/core';
import {countOn, fetchEvents, ofCategory, start, view, watchTasks} from './contender.js';

watchTasks();
const box = document.querySelector<HTMLElement>('#calendar')!;
// it repeats nothing: each time is an event of its own
const events = await fetchEvents('/expanded.json');
const calendar = createCalendar(box, [DayGrid, List], {
  view: view === 'list' ? 'listMonth' : 'dayGridMonth',
  date: start,
  locale: 'fr',
  // it takes no number: as many as the height allows
  dayMaxEvents: true,
  height: '900px',
  events: [...events],
});

window.calendar = {
  isShown: () => box.querySelectorAll('.ec-event').length > 0,
  next: () => calendar.next(),
  title: () => box.querySelector('.ec-title')?.textContent.trim() ?? '',
  elements: () => box.querySelectorAll('*').length,
  countOn: date => countOn(calendar.getEvents(), date),
  prepare: () => Promise.resolve(),
  filter: category => calendar.setOption('events', [...ofCategory(events, category)]),
};
