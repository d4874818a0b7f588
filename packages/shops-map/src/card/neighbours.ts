import type {Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ShopAction} from '../events.js';
import type {Messages} from '../locales/index.js';

/** The elements that can do something for a place, when the page has them. */
const NEIGHBOURS: readonly (readonly [selector: string, action: ShopAction])[] = [
  ['local-collect-button', 'order'],
  ['local-chat:not([room])', 'chat'],
  ['local-event-calendar', 'events'],
];

/** What the page's other elements offer for this place: those that are for all shops, or for this one. */
export function actionsFor({id}: Place, page: ParentNode): ShopAction[] {
  return NEIGHBOURS.filter(([selector]) =>
    [...page.querySelectorAll(selector)].some(element => {
      const shop = element.getAttribute('shop');
      return shop === null || shop === id;
    }),
  ).map(([, action]) => action);
}

export function neighboursTemplate(
  place: Place,
  messages: Messages,
  act: (action: ShopAction) => void,
): TemplateResult | typeof nothing {
  const actions = actionsFor(place, document);
  if (actions.length === 0) return nothing;
  return html`<div class="contact">
    ${actions.map(
      action =>
        html`<button class="button primary" type="button" @click=${() => act(action)}>
          ${messages[action]}
        </button>`,
    )}
  </div>`;
}
