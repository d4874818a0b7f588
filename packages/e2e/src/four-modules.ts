import '@local-widgets/chat/define.js';
import '@local-widgets/collect-button/define.js';
import '@local-widgets/event-calendar/define.js';
import '@local-widgets/shops-map/define.js';
import {pageShops} from '../../collect-button/src/basket/page-shop.js';
import {checkouts} from '../../collect-button/src/dialog/collect-dialog.js';
import {pageClients} from '../../chat/src/talk/page-clients.js';
import {forgetOurs} from './traces.js';
import {SHOPS, AGENDA, fourIn, tags, type Four} from './all-four.js';
import {bareHub, type BareHub} from './bare-hub.js';
import {until} from './frame.js';
import {all, one, rows} from './parts.js';

export {SHOPS, AGENDA};

/** The four as npm modules, in the page of the test itself, with what it asked and complained about. */
export interface Modules {
  readonly hub: BareHub;
  /** Addresses that were asked for, in their order; of the hub as well. */
  readonly asked: string[];
  readonly warnings: string[];
  readonly errors: string[];
  readonly box: HTMLElement;
  readonly html: string;
  readonly end: () => void;
}

/** Watches this page, and gives it a hub, unless it `isLonely`, and a box to put elements into. */
export function modules({isLonely = false} = {}): Modules {
  const hub = bareHub();
  const fetch = window.fetch.bind(window);
  const warn = console.warn.bind(console);
  const error = console.error.bind(console);
  const asked: string[] = [];
  const warnings: string[] = [];
  const errors: string[] = [];
  if (!isLonely) hub.answer(window);
  const answered = window.fetch.bind(window);
  window.fetch = (input, init) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return answered(input, init);
  };
  console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  console.error = (...words: unknown[]) => errors.push(words.map(String).join(' '));
  const box = document.createElement('div');
  document.body.append(box);
  return {
    hub,
    asked,
    warnings,
    errors,
    box,
    html: tags({}, hub.url),
    end: () => {
      box.remove();
      // what a reload does
      pageShops.clear();
      checkouts.clear();
      for (const {client} of pageClients.values()) client.stop();
      pageClients.clear();
      forgetOurs();
      window.fetch = fetch;
      Object.assign(console, {warn, error});
    },
  };
}

/** Markup of the test becomes elements, as a parser makes them. */
export function parse(html: string): DocumentFragment {
  return document.createRange().createContextualFragment(html);
}

/** All four show what they show to begin with. */
export async function shown(root: ParentNode): Promise<Four> {
  const four = fourIn(root);
  await until(() => rows(four.shops).length === 12, 'the list is there');
  await until(() => all(four.events, '.event .name').length > 0, 'the agenda is there');
  await until(() => one(four.collect, '[part=button]'), 'the order button is there');
  await until(() => one(four.chat, '[part=launcher]'), 'the chat button is there');
  return four;
}
