import type {LocalShopsMap} from '@local-widgets/shops-map';
import {openPage, until, type Page, type PageSource} from './frame.js';

/** The example town's page, opened with the built files. */
export interface Town extends Page {
  readonly shops: LocalShopsMap;
}

/** Attributes of the page's `<local-shops-map>`, and how strict the page is. */
export interface TownOptions extends Pick<PageSource, 'before'> {
  readonly src?: string;
  readonly center?: string;
  readonly tiles?: string;
  readonly 'radius-km'?: string;
  readonly height?: string;
  readonly lang?: string;
  readonly categories?: string;
  readonly compact?: string;
  readonly consent?: string;
  readonly format?: string;
  readonly geocoder?: string;
  readonly 'json-ld'?: string;
  readonly layout?: string;
  readonly report?: string;
  readonly sort?: string;
  readonly 'url-state'?: string;
  /** With the author's own templates inside. */
  readonly templates?: string;
  /** Origin of the hub to which the page's buttons send orders. */
  readonly hub?: string;
  /** A script file that answers 404, by its name without `.js`. */
  readonly without?: string;
  /** More parameters of the page's address, such as those of `url-state`. */
  readonly more?: Readonly<Record<string, string>>;
  readonly csp?: 'none';
  /** Whether to bring the list into sight, as most tests need: it is loaded when it comes near, and its map later. */
  readonly scroll?: boolean;
}

export const SCRIPTS = '/__page/town/local-widgets/';
const TILES = '/__tiles/{z}/{x}/{y}.png';

/** Opens the town's page, under its strict policy unless `options` loosen it. */
export async function openTown({
  before,
  scroll = true,
  more,
  ...options
}: TownOptions = {}): Promise<Town> {
  await needBuild();
  const query = new URLSearchParams({tiles: TILES, ...options, ...more});
  const page = await openPage({src: `/__page/town/?${query.toString()}`, before});
  await until(() => page.document.readyState !== 'loading', 'the page has all its tags');
  const shops = page.document.querySelector('local-shops-map') as LocalShopsMap;
  if (scroll) await goTo(shops);
  return {...page, shops};
}

/** Brings an element into sight and to life; what is above it may grow meanwhile. */
export async function goTo(element: Element): Promise<void> {
  await until(() => {
    element.scrollIntoView({behavior: 'instant'});
    return element.shadowRoot?.querySelector('.root, [part]');
  }, 'the element came to life');
  element.scrollIntoView({behavior: 'instant'});
}

/** These tests see what visitors get: the built files, not the sources. */
export async function needBuild(): Promise<void> {
  const {ok} = await fetch(`${SCRIPTS}local-widgets.js`, {method: 'HEAD'});
  if (!ok) throw new Error('packages/embed/dist/cdn is not there: run "npm run build" first.');
}
