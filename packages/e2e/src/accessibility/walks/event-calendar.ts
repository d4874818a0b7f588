import {until} from '../../frame.js';
import {all, button, one, textOf} from '../../parts.js';
import {openSubject, type Subject} from '../subject.js';
import type {Walk} from '../walk.js';

const shows =
  (view: string) =>
  async ({element}: Subject): Promise<void> => {
    await until(() => button(element, view), `one can choose ${view}`);
    button(element, view)?.click();
    const isOn = '[aria-pressed=true], [aria-selected=true], [aria-current]';
    await until(() => button(element, view)?.matches(isOn), `${view} is chosen`);
    await until(() => !textOf(one(element, '.root')).includes('Chargement'), 'it is there');
  };

async function opens({element}: Subject, name: 'filters' | 'share'): Promise<void> {
  one(element, `#open-${name}`)?.click();
  const inPanel = '#panel :is(input, select, a, button:not(.quiet))';
  await until(() => one(element, inPanel), `${name} are there`);
}

async function closes({element}: Subject, name: 'filters' | 'share'): Promise<void> {
  one(element, `#open-${name}`)?.click();
  await until(() => !one(element, '#panel'), 'the panel is closed');
}

export const eventCalendar: Walk = {
  name: '<local-event-calendar>',
  open: look =>
    openSubject(
      {
        tag: 'local-event-calendar',
        attributes: {
          src: '/__page/town/data/agenda.ics /__page/town/data/ateliers.json',
          center: '0.524,48.4085',
        },
      },
      look,
    ),
  states: [
    {
      name: 'agenda',
      async go({element}) {
        element.scrollIntoView();
        await until(() => all(element, '.name').length > 0, 'the agenda is there');
        await until(() => one(element, '#open-filters'), 'the bar is there');
      },
    },
    {name: 'filters', go: subject => opens(subject, 'filters')},
    {
      name: 'share',
      async go(subject) {
        await closes(subject, 'filters');
        await opens(subject, 'share');
      },
    },
    {
      name: 'month',
      async go(subject) {
        await closes(subject, 'share');
        await shows('Mois')(subject);
      },
    },
    {name: 'week', go: shows('Semaine')},
    {name: 'cards', go: shows('Vignettes')},
    {
      name: 'an event',
      async go(subject) {
        await shows('Agenda')(subject);
        const {element} = subject;
        await until(() => all(element, '.name').length > 0, 'the agenda is back');
        all(element, '.name')[0]?.click();
        await until(() => one(element, 'dialog[open] .close'), 'the event is open');
        for (const details of all(element, 'dialog details')) {
          (details as HTMLDetailsElement).open = true;
        }
      },
    },
  ],
};
