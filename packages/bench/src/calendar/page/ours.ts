import type {LocalEventCalendar} from '@local-widgets/event-calendar';
import {start, view, watchTasks} from './contender.js';

watchTasks();
const element = document.createElement('local-event-calendar') as LocalEventCalendar;
element.clock = {now: () => new Date(`${start}T08:00:00Z`)};
element.setAttribute('src', '/events.ics');
element.setAttribute('time-zone', 'UTC');
element.setAttribute('holidays', 'none');
element.setAttribute('view', view === 'list' ? 'agenda' : 'month');
document.querySelector('#calendar')!.append(element);

const all = (selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(resolve));
const dayNumber = (date: string): number => Date.parse(`${date}T00:00Z`) / 864e5;

window.calendar = {
  isShown: () => all(view === 'list' ? '.event .name' : '.month .item').length > 0,
  next: () => all('.step')[1]!.click(),
  title: () => all('.period-name')[0]?.textContent.trim() ?? '',
  elements: () => all('*').length,
  prepare: async () => {
    all('#open-filters')[0]!.click();
    while (all('#panel .chip').length === 0) await frame();
  },
  filter: category => {
    const isAsked = (chip: HTMLElement): boolean =>
      category === undefined
        ? (chip.querySelector('input')?.checked ?? false)
        : chip.querySelector('span')?.textContent.trim().toLowerCase() === category.toLowerCase();
    all('#panel .chip').find(isAsked)!.click();
  },
  countOn: date => {
    const day = all(`.month .date[data-day="${dayNumber(date)}"]`)[0];
    return Number(/(\d+) évènement/.exec(day?.getAttribute('aria-label') ?? '')?.[1] ?? 0);
  },
};
