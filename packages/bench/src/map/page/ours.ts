import type {Contender} from './contender.js';
import {CENTER} from './middle.js';
import {startProbe} from './probe.js';

const shops = document.querySelector('local-shops-map')!;
const feed = shops.getAttribute('src') ?? '';

const all = (selector: string): HTMLElement[] => [
  ...(shops.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const firstNumber = (text: string | null | undefined): number =>
  Number(/^\d+/.exec((text ?? '').trim().replace(/(?<=\d)\s(?=\d)/g, ''))?.[0] ?? 0);

let rejected = 0;
addEventListener('local-shops-load', event => {
  ({rejected} = (event as CustomEvent<{rejected: number}>).detail);
});

let chosen: HTMLInputElement | undefined;
function mostFrequent(): HTMLInputElement {
  const countOf = (chip: Element): number => firstNumber(chip.querySelector('.count')?.textContent);
  const [chip] = all('.categories .chip').sort((a, b) => countOf(b) - countOf(a));
  return chip!.querySelector('input')!;
}

/** The first service on offer, which of generated places is the only one. */
const service = (): HTMLElement | undefined => all('#tool-panel .chip:has(.count) input')[0];
const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(resolve));

const contender: Contender = {
  rows: () => all('.row .name').length,
  markers: () => all('.on-map').length,
  placesOnMap: () =>
    all('.on-map .marker')
      .map(marker =>
        marker.matches('.cluster') ? firstNumber(marker.getAttribute('aria-label')) : 1,
      )
      .reduce((sum, count) => sum + count, 0),
  placesShown: () => firstNumber(all('.status')[0]?.textContent),
  rejected: () => rejected,
  toggleCategory: () => {
    chosen = chosen ? undefined : mostFrequent();
    (chosen ?? all('.categories input:checked')[0])?.click();
  },
  prepare: async () => {
    shops.setAttribute('center', CENTER.join());
    all('#open-filters')[0]?.click();
    while (!service() || all('#radius').length === 0) await frame();
  },
  setRadius: km => {
    const [radius] = all('#radius') as HTMLSelectElement[];
    radius!.value = km ? String(km) : '';
    radius!.dispatchEvent(new Event('change'));
  },
  toggleOpen: () => all('.choices input')[0]?.click(),
  toggleService: () => service()?.click(),
  zoomIn: () => all('.map-controls button')[0]?.click(),
  search: text => {
    const [search] = all('#search') as HTMLInputElement[];
    search!.value = text;
    search!.dispatchEvent(new Event('input', {bubbles: true}));
  },
};

startProbe(feed, contender);
