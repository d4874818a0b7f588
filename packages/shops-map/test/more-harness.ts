import type {Place} from '@local-widgets/model';
import {normal, textOf, until, type ShopsHarness} from './harness.js';
import {townPlaces} from './places.js';

/** The buttons of the bar that open a panel. */
export const PANELS = ['Autour de…', 'Filtres', 'Partager'] as const;

/** What a place offers, strewn over the town so that counts differ; the same every time. */
export const offeringPlaces: readonly Place[] = townPlaces.map((place, i) => ({
  ...place,
  services: {collect: i % 2 === 0, delivery: i % 3 === 0, wheelchair: i % 5 === 0},
  ...(i % 4 === 0 && {labels: ['AB']}),
  ...(i % 4 === 1 && {labels: ['Label Rouge', 'AB']}),
  ...(i % 3 === 1 && {paymentAccepted: ['Chèques']}),
}));

/** The panel that is open, once its file has come. */
export function panelOf(shops: ShopsHarness): HTMLElement | undefined {
  return shops.all('#tool-panel')[0];
}

/** Opens a panel by the name of its button and waits for what is in it. */
export async function openPanel(shops: ShopsHarness, name: string): Promise<HTMLElement> {
  const button = shops.button(name);
  button.click();
  const id = button.id;
  await until(
    () => panelOf(shops)?.getAttribute('aria-labelledby') === id && !isWaiting(shops),
    `the panel "${name}"`,
  );
  await shops.settled();
  return panelOf(shops)!;
}

function isWaiting(shops: ShopsHarness): boolean {
  return !panelOf(shops)?.querySelector('input, fieldset');
}

/** Presses a key on an element, or where the keyboard is. */
export function pressKey(target: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

export function selectOf(shops: ShopsHarness, id: string): HTMLSelectElement {
  return shops.one(`select#${id}`) as HTMLSelectElement;
}

export const optionsOf = (select: HTMLSelectElement): string[] =>
  [...select.options].map(option => normal(option.label));

/** Chooses an option of a list by what stands on it. */
export async function pick(
  shops: ShopsHarness,
  select: HTMLSelectElement,
  label: string,
): Promise<void> {
  const at = optionsOf(select).indexOf(label);
  if (at < 0) throw new Error(`no option "${label}", only ${optionsOf(select).join(' | ')}`);
  select.selectedIndex = at;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await shops.settled();
}

/** Writes into a field as a person does. */
export async function write(
  shops: ShopsHarness,
  field: HTMLInputElement,
  text: string,
): Promise<void> {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await shops.settled();
}

/** Sets a field that tells its value when it is left, such as an hour. */
export async function change(
  shops: ShopsHarness,
  field: HTMLInputElement,
  value: string,
): Promise<void> {
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await shops.settled();
}

/** The filters in force that their panels hide, as they stand on their buttons. */
export const chips = (shops: ShopsHarness): string[] =>
  shops.all('.active button').map(button => textOf(button));

/** What stands on the boxes of a group of a panel: `Livraison 5`. */
export function offers(shops: ShopsHarness, legend: string): string[] {
  const group = shops
    .all('#tool-panel fieldset')
    .find(each => textOf(each.querySelector('legend')) === legend);
  return [...(group?.querySelectorAll('label') ?? [])].map(label =>
    [...label.querySelectorAll('span:not(.visually-hidden)')].map(textOf).join(' '),
  );
}

/** The field of the panel "near", and the places that it suggests. */
export function placeField(shops: ShopsHarness): HTMLInputElement {
  return shops.one('#near-place') as HTMLInputElement;
}

export const suggestions = (shops: ShopsHarness): string[] =>
  shops.all('[role=option]').map(option => textOf(option));

/** Takes one of the suggestions with the pointer. */
export async function takeSuggestion(shops: ShopsHarness, start: string): Promise<void> {
  await until(() => suggestions(shops).some(text => text.startsWith(start)), `"${start}" offered`);
  const at = suggestions(shops).findIndex(text => text.startsWith(start));
  shops.all('[role=option]')[at]?.click();
  await shops.settled();
}

/** Lets everything happen that was asked for already. */
export const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
