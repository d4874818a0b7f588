import {systemClock} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import {cardFr} from '../locales/card.js';
import {shopsMapMessages} from '../locales/index.js';
import {parseCategories, parseCenter, parseRadius, parseSort} from '../state/attributes.js';
import {ShopsState} from '../state/shops-state.js';
import {statusWords} from '../state/status-words.js';
import {shopTemplate} from './shop.js';

shopsMapMessages.extend(cardFr);

/** Of the attributes of `<local-shops-map>` those that decide what is listed: give both the same. */
export interface ShopsListOptions {
  /** Language of the page, as in its `lang`. */
  readonly language?: string;
  readonly center?: string;
  readonly radiusKm?: string;
  readonly categories?: string;
  /** `distance` or `name`: what is open changes while a page is kept. */
  readonly sort?: string;
  readonly timeZone?: string;
  /** Most places; all of them without it. */
  readonly limit?: number;
  /** The week whose opening hours are told is the one of this moment; the present one without it. */
  readonly now?: Date;
}

/**
 * The list of the map as content of the tag: what is there without JavaScript, and what search engines
 * read (schema.org microdata). Names, hours, links, and no button, since no script is there to answer it.
 * To be rendered by `@lit-labs/ssr`; text from feeds stays text.
 */
export async function shopsList(
  places: readonly Place[],
  options: ShopsListOptions = {},
): Promise<TemplateResult> {
  const {language: tag = 'fr', center = '', radiusKm = '', categories = '', sort = ''} = options;
  await shopsMapMessages.load(tag);
  const {messages, language} = shopsMapMessages.for(tag);
  const state = new ShopsState(() => undefined);
  const {value: order} = parseSort(sort);
  state.sort = order === 'open' ? undefined : order;
  state.setPlaces(places, {
    center: parseCenter(center).value,
    limitKm: parseRadius(radiusKm).value,
    allowed: parseCategories(categories).value,
  });
  state.refresh(undefined);
  // all on one page
  state.isPrinting = true;
  const {index, indices} = state;
  const {timeZone = 'Europe/Paris', now = systemClock.now()} = options;
  const context = {messages, language, timeZone, now};
  return html`<p>${statusWords(state, language, messages)}</p>
    <ul>
      ${indices
        .slice(0, options.limit)
        .map(at => shopTemplate(index!.places[at]!, index!.distances[at], context))}
    </ul>`;
}
