import {openPage, until, type Page} from './frame.js';

/** The folder of the documentation site among the pages of the tests. */
export const SITE = '/__page/site/';

/** The configurator, set up by the part of its address after `#`. */
export async function openConfigurator(fragment = '', lang: 'fr' | 'en' = 'fr'): Promise<Page> {
  const path = lang === 'fr' ? 'configurateur/index.html' : 'en/configurator/index.html';
  await needSite();
  const page = await openPage({src: `${SITE}${path}#${fragment}`});
  await until(() => page.document.querySelector('[data-output] code'), 'the configurator is there');
  return page;
}

export async function needSite(): Promise<void> {
  const {ok} = await fetch(`${SITE}index.html`, {method: 'HEAD'});
  if (!ok) throw new Error('docs/dist is not there: run "npm run docs" first.');
}

/** What is there to copy under a name; empty when there is nothing. */
export function output({document}: Page, name: string): string {
  const pre = document.querySelector<HTMLElement>(`[data-output=${name}] pre`);
  return pre && !pre.hidden ? pre.textContent : '';
}

/** The element of the preview. */
export const previewed = ({document}: Page): HTMLElement | null =>
  document.querySelector<HTMLElement>('.live > *');

export function field({document}: Page, id: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`The form has no field "${id}".`);
  return found;
}

/** Writes into a field as somebody who types. */
export function write(page: Page, id: string, value: string): void {
  const input = field(page, id);
  input.value = value;
  input.dispatchEvent(new page.window.Event('input', {bubbles: true}));
  input.dispatchEvent(new page.window.Event('change', {bubbles: true}));
}

/** Presses what can be pressed. */
export function press(page: Page, selector: string): void {
  const found = page.document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no "${selector}".`);
  found.click();
}

/** Attributes by name, without those that a loader or the page's own words add. */
export function attributesOf(element: Element): Record<string, string> {
  const all = [...element.attributes].map(({name, value}) => [name, value] as const);
  return Object.fromEntries(all.filter(([name]) => !/^(class|lang|style|id)$/.test(name)));
}
