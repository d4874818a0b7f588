import {until} from './frame.js';
import {all, fill, one} from './parts.js';
import {closePanel, openPanel} from './ready.js';
import type {Town} from './town.js';

const WORDS = ['', '', 'boulangerie', 'martin', 'ferme', 'noel', 'pain', 'fromag', 'xylophone'];
const TOWNS = ['06230', 'saint laurent', 'Nice'];

const KINDS = [
  'text',
  'category',
  'category',
  'radius',
  'open',
  'moment',
  'feature',
  'feature',
  'sort',
  'near',
] as const;

/** Changes one filter, the order or the place to be near to, at random, as a person would. */
export async function changeSomething({shops}: Town, random: () => number): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = pick(KINDS);
  const inputs = (selector: string): HTMLInputElement[] =>
    all(shops, selector) as HTMLInputElement[];
  const tick = (box: HTMLInputElement): string => {
    box.click();
    return `${kind} ${box.closest('label')?.textContent.trim() ?? ''}`;
  };
  switch (kind) {
    case 'text':
    case 'radius':
    case 'sort': {
      const field = one(shops, {text: '#search', radius: '#radius', sort: '#sort'}[kind]) as
        HTMLInputElement | HTMLSelectElement;
      const isChoice = field instanceof field.ownerDocument.defaultView!.HTMLSelectElement;
      fill(field, pick(isChoice ? [...field.options].map(({value}) => value) : WORDS));
      return `${kind} ${field.value}`;
    }
    case 'category':
      return tick(pick(inputs('.categories input')));
    case 'open':
      return tick(pick(inputs('.choices input')));
    case 'moment':
    case 'feature': {
      await openPanel(shops, 'filters');
      const type = kind === 'moment' ? 'radio' : 'checkbox';
      const said = tick(pick(inputs(`.tool-panel input[type=${type}]`)));
      await closePanel(shops);
      return said;
    }
    case 'near': {
      const town = pick([undefined, ...TOWNS]);
      await near(shops, town);
      return `near ${town ?? 'nothing'}`;
    }
  }
}

/** Chooses a town of the list by its name or postcode to measure from; undefined takes it back. */
export async function near(shops: Element, town: string | undefined): Promise<void> {
  await openPanel(shops, 'near');
  const field = one(shops, '#near-place') as HTMLInputElement;
  fill(field, town ?? '');
  if (town !== undefined) {
    const options = (): HTMLElement[] => all(shops, '[role=option]');
    await until(() => options().some(option => option.querySelector('small')), 'a town is offered');
    options()
      .find(option => option.querySelector('small'))
      ?.click();
    await until(() => field.getAttribute('aria-expanded') === 'false', 'the town is chosen');
  }
  await closePanel(shops);
}
