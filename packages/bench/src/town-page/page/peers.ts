import type {Calendar} from 'fullcalendar';
import {fill, until} from './contender.js';

interface PeerPage {
  readonly peerMap: {placesOnMap(): number; open(): void; close(): void};
  readonly peerCalendar: Calendar;
}

const {peerMap, peerCalendar} = window as unknown as PeerPage;
const all = (selector: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
];
const title = (): string => peerCalendar.view.title;
const events = (): HTMLElement[] => all('#calendar .happening');

async function turn(turns: () => void): Promise<void> {
  const before = title();
  turns();
  await until(() => title() !== before, 'it is another month');
}

window.town = {
  places: () => all('#places li').length,
  placesOnMap: () => peerMap.placesOnMap(),
  messages: () =>
    document.querySelector('deep-chat')?.shadowRoot?.querySelectorAll('.message-bubble').length ??
    0,
  orderButtons: () => all('.order').length,
  talkButtons: () => all('[data-chat]').length,
  async days() {
    peerCalendar.changeView('dayGridMonth');
    await until(() => all('#calendar [data-date]').length > 27, 'the month is there');
    const on = (start: number, end: number): number =>
      peerCalendar
        .getEvents()
        .filter(event => +event.start! < end && +(event.end ?? event.start!) > start).length;
    return Object.fromEntries(
      all('#calendar [data-date]').map(({dataset: {date = ''}}) => {
        const day = new Date(`${date}T00:00`);
        const next = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
        return [date, on(+day, +next)];
      }),
    );
  },
  async cycle() {
    const [search] = all('#search') as HTMLInputElement[];
    const count = this.places();
    fill(search!, 'pain');
    await until(() => this.places() !== count, 'the list is shorter');
    fill(search!, '');
    await until(() => this.places() === count, 'the list is whole');
    peerMap.open();
    await until(() => all('.leaflet-popup')[0], 'the popup is open');
    peerMap.close();
    await until(() => !all('.leaflet-popup:not(.leaflet-zoom-hide)')[0], 'the popup is closed');
    await turn(() => peerCalendar.next());
    await turn(() => peerCalendar.prev());
    await until(() => events().length > 0, 'there are events');
    events()[0]!.click();
    await until(() => all('dialog[open]')[0], 'the event is open');
    (all('dialog[open]')[0] as HTMLDialogElement).close();
    const [bubble] = all('.bubble');
    bubble!.click();
    await until(() => all('deep-chat.panel')[0]?.checkVisibility(), 'the chat is open');
    bubble!.click();
    await until(() => !all('deep-chat.panel')[0]?.checkVisibility(), 'the chat is closed');
  },
};
