import type {LocalCollectButton} from '@local-widgets/collect-button';
import {until} from './frame.js';
import {all, fill, one, rows, textOf} from './parts.js';
import {goTo, type Town} from './town.js';

/** A shop of the example town that takes orders. */
export type ShopId = 'boulangerie-lecourbe' | 'maison-brehault' | 'jardins-de-la-hulotte';

/** What each step is called. */
export const TITLES = {
  basket: 'Que désirez-vous ?',
  pickup: 'Quand et comment ?',
  contact: 'Vos coordonnées',
  review: 'Tout est juste ?',
  sending: 'Envoi de la commande',
  ordered: 'Commande reçue',
  reserved: 'Réservation reçue',
} as const;

export const ORDER = 'Commander avec obligation de paiement';

export const buttonOf = ({document}: Town, shop: ShopId): LocalCollectButton =>
  document.querySelector(`local-collect-button[shop=${shop}]`) as LocalCollectButton;

export const dialogOf = (element: Element): HTMLElement | undefined => one(element, 'dialog');

/** The dialog is at a step, with all that the step waits for. */
export async function at(element: Element, step: keyof typeof TITLES): Promise<void> {
  const title = (): string => textOf(one(element, '#title'));
  await until(() => title() === TITLES[step], `the dialog says: ${TITLES[step]}`);
  if (step === 'basket') await until(() => one(element, '.product'), 'there are products');
  if (step === 'pickup') await until(() => one(element, '[name=slot]:checked'), 'there are slots');
}

/** The control of the dialog with this name, by its label or its text. */
export function control(element: Element, name: string): HTMLElement {
  const found = all(element, 'dialog :is(button, input, textarea, summary, a)').find(
    each => nameOf(each) === name,
  );
  if (!found) throw new Error(`There is no “${name}” in the dialog.`);
  return found;
}

/** The button that leads on. */
export const forward = (element: Element): HTMLElement | undefined =>
  one(element, '.foot [type=submit]');

/** Orders one cheese of the creamery, up to the last button. @returns the element */
export async function fillOrder(town: Town, name = 'Yann'): Promise<LocalCollectButton> {
  const button = buttonOf(town, 'maison-brehault');
  await until(() => one(button, 'button'), 'the button is there');
  one(button, 'button')?.click();
  await at(button, 'basket');
  control(button, 'Ajouter : Cendré de l’Orbelle').click();
  await until(() => forward(button), 'one is in the basket');
  forward(button)?.click();
  await at(button, 'pickup');
  forward(button)?.click();
  await at(button, 'contact');
  fill(control(button, 'Prénom ou nom') as HTMLInputElement, name);
  fill(control(button, 'E-mail') as HTMLInputElement, 'yann@exemple.fr');
  forward(button)?.click();
  await at(button, 'review');
  one(button, 'dialog [type=checkbox]')?.click();
  return button;
}

/** The sentence by the field that has the keyboard. */
export function errorBy(field: HTMLElement | null): string {
  const ids = field?.getAttribute('aria-describedby')?.split(' ') ?? [];
  const id = ids.find(each => each.endsWith('-error')) ?? '';
  const root = field?.getRootNode() as ShadowRoot | undefined;
  return textOf(root?.getElementById(id) ?? undefined);
}

/** The code that the confirmation shows. */
export const codeIn = (element: Element): string => textOf(one(element, '.ticket .code'));

/** Where the order is followed: the page of the hub, whose secret is its address. */
export const pageOf = (element: Element): string =>
  all(element, 'dialog a')
    .find(link => textOf(link).startsWith('Suivre'))
    ?.getAttribute('href') ?? '';

/** The card of a shop, found by its name; `order` is the button in it. */
export async function openCard({shops}: Town, name: string): Promise<HTMLElement> {
  await goTo(shops);
  await until(() => one(shops, '#search'), 'the bar is there');
  fill(one(shops, '#search') as HTMLInputElement, name);
  await until(() => rows(shops).some(row => textOf(row) === name), `${name} is in the list`);
  rows(shops)
    .find(row => textOf(row) === name)
    ?.click();
  const order = (): HTMLElement | undefined =>
    all(shops, '.card button').find(each => textOf(each) === 'Commander');
  await until(order, 'the card offers to order');
  return order()!;
}

function nameOf(each: HTMLElement): string {
  const {labels} = each as HTMLInputElement;
  const label = labels?.[0];
  return each.getAttribute('aria-label') ?? textOf(label ?? each);
}
