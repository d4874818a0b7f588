import {busyEvents, type FakeEvents} from './fake-events.js';
import {normal, put, until, type DeskHarness, type DeskOptions} from './harness.js';

export interface AgendaHarness {
  readonly desk: DeskHarness;
  readonly fake: FakeEvents;
  /** Names of the events that are listed. */
  readonly names: string[];
  /** Opens one of them. */
  readonly open: (id: string) => Promise<void>;
}

/** The desk of the calendars, with its list. */
export async function openAgenda({
  fake = busyEvents(),
  ...options
}: DeskOptions & {fake?: FakeEvents} = {}): Promise<AgendaHarness> {
  const desk = put({tag: 'local-events-desk', ...options, hub: fake.hub});
  if (options.tag === 'local-desk') {
    await until(() => desk.all('[role=tab]').length > 0, 'the tabs');
    desk.tab(options.lang === 'en' ? 'Events' : 'Agenda').click();
  }
  await until(() => desk.all('.event-list, .agenda > .empty').length > 0, 'the list');
  await desk.settled();
  return {
    desk,
    fake,
    get names() {
      return desk.all('.event-name').map(each => normal(each.textContent));
    },
    open: async id => {
      desk.all(`#event-row-${id}`)[0]!.click();
      await until(() => desk.all('.event-facts').length > 0, 'the event');
      await desk.settled();
    },
  };
}
