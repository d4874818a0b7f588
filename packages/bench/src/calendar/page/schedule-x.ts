/// <reference lib="esnext.temporal" />
import {createCalendar, createViewList, createViewMonthGrid} from '@schedule-x/calendar';
import type {PlainEvent} from '../data-sets.js';
import {countOn, fetchEvents, ofCategory, start, view, watchTasks} from './contender.js';

watchTasks();
const box = document.querySelector<HTMLElement>('#calendar')!;
const DAY = {days: 1};

// it repeats nothing by itself: each time is an event of its own, with days that include the last
const forScheduleX = ({id, title, start, end, allDay}: PlainEvent) => ({
  id,
  title,
  start: allDay ? Temporal.PlainDate.from(start) : zoned(start),
  end: allDay ? Temporal.PlainDate.from(end).subtract(DAY) : zoned(end),
});
const zoned = (time: string) => Temporal.Instant.from(time).toZonedDateTimeISO('UTC');
const events = await fetchEvents('/expanded.json');
const [monthGrid, list] = [createViewMonthGrid(), createViewList()];
const calendar = createCalendar({
  views: [monthGrid, list],
  defaultView: (view === 'list' ? list : monthGrid).name,
  selectedDate: Temporal.PlainDate.from(start),
  locale: 'fr-FR',
  timezone: 'UTC',
  monthGridOptions: {nEventsPerDay: 3},
  events: events.map(forScheduleX),
});
calendar.render(box);

type Shown = ReturnType<typeof calendar.events.getAll>[number];

const instant = (time: Shown['start']): Date =>
  new Date('epochMilliseconds' in time ? time.epochMilliseconds : `${time.toString()}T00:00Z`);
const asDates = ({start, end}: Shown): {start: Date; end: Date} => ({
  start: instant(start),
  // whole days include the last
  end: instant('epochMilliseconds' in end ? end : end.add(DAY)),
});

window.calendar = {
  isShown: () => box.querySelectorAll('.sx__event, .sx__list-event').length > 0,
  // it waits for the mouse, not for a click
  next: () =>
    box
      .querySelector('.sx__chevron-wrapper:has(.sx__chevron--next)')!
      .dispatchEvent(new MouseEvent('mouseup', {bubbles: true})),
  title: () => box.querySelector('.sx__range-heading')?.textContent ?? '',
  elements: () => box.querySelectorAll('*').length,
  countOn: date => countOn(calendar.events.getAll().map(asDates), date),
  prepare: () => Promise.resolve(),
  filter: category => calendar.events.set(ofCategory(events, category).map(forScheduleX)),
};
