import {openPage, until, type Page, type PageWindow} from './frame.js';
import {bareHub, type BareHub} from './bare-hub.js';
import {loader} from './script-tag.js';
import {needBuild} from './town.js';

/** The four elements of a page. */
export interface Four {
  readonly shops: HTMLElement;
  readonly events: HTMLElement;
  readonly collect: HTMLElement;
  readonly chat: HTMLElement;
}

export interface FourPage extends Page, Four {
  readonly hub: BareHub;
}

export interface FourOptions {
  readonly lang?: string;
  /** Content-Security-Policy of the page. */
  readonly policy?: string;
  /** More before our script tag: somebody's styles and scripts. */
  readonly head?: string;
  /** Around the elements. */
  readonly around?: (elements: string) => string;
  readonly before?: (window: PageWindow) => void;
  /** Attributes of the elements, instead of these. */
  readonly src?: string;
  readonly agenda?: string;
}

export const SHOPS = '/__feeds/geojson?n=12&seed=3';
export const AGENDA = '/__page/town/data/agenda.ics';

/** Tags of all four, with what a page writes inside for those without JavaScript. */
export const tags = ({src = SHOPS, agenda = AGENDA}: FourOptions, hub: string): string => `
  <local-shops-map src="${src}" tiles="none" layout="list"><p>Nos adresses</p></local-shops-map>
  <local-event-calendar src="${agenda}" date="2026-12-01"><p>Notre agenda</p></local-event-calendar>
  <local-collect-button hub="${hub}" shop="fournil" phone="02 33 00 00 00"><p>Nous appeler</p></local-collect-button>
  <local-chat hub="${hub}" shop="fournil" layout="button" phone="02 33 00 00 00"><p>Nous écrire</p></local-chat>`;

/** Those of a document, or of another tree. */
export const fourIn = (root: ParentNode): Four => ({
  shops: root.querySelector('local-shops-map')!,
  events: root.querySelector('local-event-calendar')!,
  collect: root.querySelector('local-collect-button')!,
  chat: root.querySelector('local-chat')!,
});

/** A page with all four, from the built files; what they ask of a hub is answered without one. */
export async function openFour(options: FourOptions = {}): Promise<FourPage> {
  const {lang = 'fr', policy, head = '', around = elements => elements, before} = options;
  const meta = policy ? `<meta http-equiv="content-security-policy" content="${policy}">` : '';
  await needBuild();
  const hub = bareHub();
  const body = around(tags(options, hub.url));
  const page = await openPage({
    srcdoc: `<!doctype html><html lang="${lang}"><head><title>Page</title>${meta}</head><body>${body}${head}${loader()}</body></html>`,
    before: window => {
      hub.before(window);
      before?.(window);
    },
  });
  await until(() => page.document.readyState !== 'loading', 'the page has all its tags');
  return {...page, ...fourIn(page.document), hub};
}
