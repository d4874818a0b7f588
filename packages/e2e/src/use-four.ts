import {until} from './frame.js';
import type {Four} from './all-four.js';
import {goTo} from './town.js';
import {all, button, fill, isShown, one, rows, textOf} from './parts.js';

/** The keyboard's or a finger's way is in other tests: here a click stands for it. */
const press = (element: HTMLElement | undefined, what: string): void => {
  if (!element) throw new Error(`There is no ${what}.`);
  element.click();
};

/** Looks for a shop, opens its card and goes back. */
export async function useShops(shops: Element): Promise<void> {
  await goTo(shops);
  await until(() => rows(shops).length === 12, 'the list is there');
  await until(() => one(shops, '#search'), 'one may search');
  const name = textOf(rows(shops)[4]);
  fill(one(shops, '#search') as HTMLInputElement, name);
  await until(() => rows(shops).length < 12 && rows(shops).length > 0, 'the list is shorter');
  press(rows(shops)[0], 'row');
  await until(() => textOf(one(shops, '#card-name')), 'the card is open');
  press(button(shops, 'Retour à la liste'), 'way back');
  await until(() => rows(shops).length > 0, 'the list is back');
  fill(one(shops, '#search') as HTMLInputElement, '');
  await until(() => rows(shops).length === 12, 'all of it');
}

/** Opens an event, closes it, and looks at the month and the week. */
async function useEvents(events: Element): Promise<void> {
  await goTo(events);
  await until(() => all(events, '.event .name').length > 0, 'the agenda is there');
  press(all(events, '.event .name')[0], 'event');
  await until(() => one(events, 'dialog[open] h2, dialog[open] h3'), 'the event is open');
  press(one(events, 'dialog .close'), 'way out');
  await until(() => !one(events, 'dialog[open]'), 'the event is closed');
  press(button(events, 'Mois'), 'month');
  await until(() => all(events, '.date').length > 27, 'the month is there');
  press(button(events, 'Semaine'), 'week');
  await until(() => one(events, '[part=hours]'), 'the week is there');
}

/** Orders, and has the code. */
async function useCollect(collect: Element): Promise<void> {
  await goTo(collect);
  await until(() => one(collect, 'button'), 'the button is there');
  press(one(collect, 'button'), 'button');
  await until(() => one(collect, 'dialog[open] .product'), 'there are products');
  const add = all(collect, 'dialog button').find(each =>
    each.getAttribute('aria-label')?.startsWith('Ajouter'),
  );
  press(add, 'way to add');
  const forward = (): HTMLElement | undefined => one(collect, '.foot [type=submit]');
  await until(forward, 'one is in the basket');
  press(forward(), 'way on');
  await until(() => one(collect, '[name=slot]:checked'), 'there are slots');
  press(forward(), 'way on');
  await until(() => one(collect, 'dialog [autocomplete=name]'), 'the fields are there');
  fill(one(collect, 'dialog [autocomplete=name]') as HTMLInputElement, 'Yann');
  fill(one(collect, 'dialog [autocomplete=email]') as HTMLInputElement, 'yann@exemple.fr');
  press(forward(), 'way on');
  await until(() => one(collect, 'dialog [type=checkbox]'), 'there are terms');
  press(one(collect, 'dialog [type=checkbox]'), 'terms');
  press(forward(), 'order');
  await until(() => one(collect, '.ticket .code'), 'it is ordered');
  press(one(collect, 'dialog .close'), 'way out');
  await until(() => !one(collect, 'dialog[open]'), 'the dialog is closed');
}

/** Writes to the shop and has the message in the log. */
async function useChat(chat: Element): Promise<void> {
  await goTo(chat);
  await until(() => one(chat, '[part=launcher]'), 'the button is there');
  press(one(chat, '[part=launcher]'), 'launcher');
  await until(() => one(chat, '#text'), 'one may write');
  fill(one(chat, '#text') as HTMLInputElement, 'Bonjour');
  press(one(chat, '.composer [type=submit]'), 'way to send');
  await until(
    () => textOf(one(chat, '[part=log]')).includes('Bonjour'),
    'the message is in the log',
  );
  press(one(chat, '[part=launcher]'), 'launcher');
  await until(() => !isShown(one(chat, '#panel')), 'the panel is closed');
}

/** Everything a visitor does with the four, one after the other. */
export async function useFour({shops, events, collect, chat}: Four): Promise<void> {
  await useShops(shops);
  await useEvents(events);
  await useCollect(collect);
  await useChat(chat);
}
