import {formatDistance, telUrl} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ListMessages} from '../locales/index.js';
import type {OpeningWords} from '../details/opening-words.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';
import {PHONE, uiIcon} from '../symbols/ui-icons.js';

/** One line of the list. */
export interface RowData {
  /** Index of the place. */
  readonly at: number;
  readonly place: Place;
  /** Metres; absent without a centre. */
  readonly distance: number | undefined;
  /** Absent until hours can be worked out. */
  readonly opening: OpeningWords | undefined;
  readonly hovered: boolean;
  /** What the page's own template makes of the place, instead of the lines below the name. */
  readonly own?: unknown;
}

export interface ListData extends ViewContext {
  readonly rows: readonly RowData[];
  /** Whether "hours unknown" is worth a word in each row: not when nobody knows any. */
  readonly knowsHours: boolean;
}

export interface ListActions {
  select(at: number): void;
  hover(at: number | undefined): void;
}

export function listTemplate(data: ListData, actions: ListActions): TemplateResult {
  return html`<ul class="list" part="list" role="list">
    ${data.rows.map(row => rowTemplate(row, data, actions))}
  </ul>`;
}

function rowTemplate(row: RowData, data: ListData, actions: ListActions): TemplateResult {
  const {at, place, opening, hovered} = row;
  const enter = (): void => actions.hover(at);
  const leave = (): void => actions.hover(undefined);
  return html`<li
    class=${hovered ? 'row hovered' : 'row'}
    part="item"
    @pointerenter=${enter}
    @pointerleave=${leave}
    @focusin=${enter}
    @focusout=${leave}
  >
    ${symbol(place.categories[0] ?? 'other', data.glyphs)}
    <div class="facts">
      <button class="name" type="button" data-id=${place.id} @click=${() => actions.select(at)}>
        ${place.name}
      </button>
      ${
        row.own ??
        html`<p class="meta">${metaOf(row, data)}</p>
          ${data.knowsHours ? openingTemplate(opening) : nothing}`
      }
    </div>
    ${phoneTemplate(place, data.messages)}
  </li>`;
}

/** `Boulangerie · Val-Orbelle · 350 m`. */
function metaOf({place, distance}: RowData, data: ListData): string {
  return [
    categoryWords(place, data),
    place.address?.addressLocality,
    distance === undefined ? undefined : formatDistance(distance, data.language),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The source's own word for a place where it has one, else our category's. */
export function categoryWords(place: Place, {language, messages}: ViewContext): string {
  if (place.categoryLabel && language.startsWith('fr')) return place.categoryLabel;
  return messages.category(place.categories[0] ?? 'other');
}

/** The line keeps its place while the hours are not worked out yet, so that nothing jumps. */
export function openingTemplate(opening: OpeningWords | undefined): TemplateResult {
  if (!opening) return html`<p class="opening">&nbsp;</p>`;
  const {state, text, detail} = opening;
  return html`<p class="opening" data-state=${state}>
    <span class="state">${text}</span>${detail ? html`<span> · ${detail}</span>` : nothing}
  </p>`;
}

function phoneTemplate(
  {telephone, name}: Place,
  messages: ListMessages,
): TemplateResult | typeof nothing {
  const href = telUrl(telephone);
  if (!href || !telephone) return nothing;
  return html`<a class="phone" href=${href} aria-label=${`${messages.call(telephone)}, ${name}`}>
    ${uiIcon(PHONE)}
  </a>`;
}
