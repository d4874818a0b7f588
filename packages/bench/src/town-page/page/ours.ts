import {dateOf, fill, until} from './contender.js';

const all = (element: Element | null, selector: string): HTMLElement[] => [
  ...(element?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const textOf = (element: Element | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const firstNumber = (text: string | null | undefined): number =>
  Number(/^\d+/.exec((text ?? '').trim())?.[0] ?? 0);

const shops = document.querySelector('local-shops-map');
const events = document.querySelector('local-event-calendar');
const room = document.querySelector('local-chat[layout=inline]');
const bubble = document.querySelector('local-chat:not([layout])');

const button = (element: Element | null, text: string): HTMLElement | undefined =>
  all(element, 'button').find(
    each => (each.getAttribute('aria-label') ?? textOf(each)).replace(/\s/g, ' ') === text,
  );
const rows = (): HTMLElement[] => all(shops, '.row .name');
const period = (): string => textOf(all(events, '.period-name')[0]);
const dialog = (): HTMLElement | undefined => all(events, 'dialog[open] .close')[0];

async function turn(step: string): Promise<void> {
  const before = period();
  button(events, step)!.click();
  await until(() => period() !== before, 'it is another month');
}

window.town = {
  places: () => firstNumber(all(shops, '.status')[0]?.textContent),
  placesOnMap: () =>
    all(shops, '.on-map .marker')
      .map(marker =>
        marker.matches('.cluster') ? firstNumber(marker.getAttribute('aria-label')) : 1,
      )
      .reduce((sum, count) => sum + count, 0),
  messages: () => all(room, '.message').length,
  orderButtons: () =>
    [...document.querySelectorAll('local-collect-button')].filter(
      each => all(each, '[part=button]').length > 0,
    ).length,
  talkButtons: () =>
    [...document.querySelectorAll('local-chat:not([layout=inline])')].filter(
      each => all(each, '[part=launcher]').length > 0,
    ).length,
  async days() {
    button(events, 'Mois')!.click();
    await until(() => all(events, '.month .date').length > 27, 'the month is there');
    return Object.fromEntries(
      all(events, '.month .date').map(cell => [
        dateOf(Number(cell.dataset['day'])),
        Number(/(\d+) évènement/.exec(cell.getAttribute('aria-label') ?? '')?.[1] ?? 0),
      ]),
    );
  },
  async cycle() {
    const count = rows().length;
    const [search] = all(shops, '#search') as HTMLInputElement[];
    fill(search!, 'pain');
    await until(() => rows().length !== count, 'the list is shorter');
    fill(search!, '');
    await until(() => rows().length === count, 'the list is whole');
    rows()[0]!.click();
    await until(() => all(shops, '#card-name')[0], 'the card is open');
    button(shops, 'Retour à la liste')!.click();
    await until(() => rows().length === count, 'the list is back');
    await turn('Mois suivant');
    await turn('Mois précédent');
    all(events, '.month .date')
      .find(cell => /\d évènement/.test(cell.getAttribute('aria-label') ?? ''))!
      .click();
    await until(() => all(events, '.day-panel .name').length > 0, 'the day is there');
    all(events, '.day-panel .name')[0]!.click();
    await until(dialog, 'the event is open');
    dialog()!.click();
    await until(() => !dialog(), 'the event is closed');
    const [launcher] = all(bubble, '[part=launcher]');
    launcher!.click();
    await until(() => all(bubble, '#text')[0]?.checkVisibility(), 'one may write');
    launcher!.click();
    await until(() => !all(bubble, '#panel')[0]?.checkVisibility(), 'the panel is closed');
  },
};
