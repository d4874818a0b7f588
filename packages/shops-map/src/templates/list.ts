import {formatDistance, telUrl} from '@local-widgets/core';
import {categoryById, type Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Messages} from '../locales/index.js';
import type {OpeningWords} from '../state/opening-words.js';
import {symbol} from '../symbols/symbol.js';
import {uiIcon} from '../symbols/ui-icons.js';

/** One line of the list. */
export interface RowData {
  readonly place: Place;
  /** Metres; absent without a centre. */
  readonly distance: number | undefined;
  readonly opening: OpeningWords;
  readonly hovered: boolean;
}

export interface ListData {
  readonly rows: readonly RowData[];
  /** Whether "hours unknown" is worth a word in each row: not when nobody knows any. */
  readonly knowsHours: boolean;
  readonly language: string;
  readonly messages: Messages;
}

export interface ListActions {
  select(id: string): void;
  hover(id: string | undefined): void;
}

export function listTemplate(data: ListData, actions: ListActions): TemplateResult {
  return html`<ul class="list" part="list" role="list">
    ${repeat(
      data.rows,
      ({place}) => place.id,
      row => rowTemplate(row, data, actions),
    )}
  </ul>`;
}

function rowTemplate(row: RowData, data: ListData, actions: ListActions): TemplateResult {
  const {place, opening, hovered} = row;
  const enter = (): void => actions.hover(place.id);
  const leave = (): void => actions.hover(undefined);
  const showHours = data.knowsHours || opening.state !== 'unknown';
  return html`<li
    class=${hovered ? 'row hovered' : 'row'}
    part="item"
    @pointerenter=${enter}
    @pointerleave=${leave}
    @focusin=${enter}
    @focusout=${leave}
  >
    ${symbol(place.categories[0] ?? 'other')}
    <div class="facts">
      <button class="name" type="button" data-id=${place.id} @click=${() => actions.select(place.id)}>
        ${place.name}
      </button>
      <p class="meta">${metaOf(row, data)}</p>
      ${showHours ? openingTemplate(opening) : nothing}
    </div>
    ${phoneTemplate(place, data.messages)}
  </li>`;
}

/** `Boulangerie · Val-Orbelle · 350 m`. */
function metaOf({place, distance}: RowData, {language}: ListData): string {
  return [
    categoryWords(place, language),
    place.address?.addressLocality,
    distance === undefined ? undefined : formatDistance(distance, language),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The source's own word for a place where it has one, else our category's. */
export function categoryWords(place: Place, language: string): string {
  const french = language.startsWith('fr');
  if (french && place.categoryLabel) return place.categoryLabel;
  const label = categoryById(place.categories[0] ?? 'other')?.label;
  return label?.[french ? 'fr' : 'en'] ?? '';
}

export function openingTemplate({state, text, detail}: OpeningWords): TemplateResult {
  return html`<p class="opening" data-state=${state}>
    <span class="state">${text}</span>${detail ? html`<span> · ${detail}</span>` : nothing}
  </p>`;
}

function phoneTemplate({telephone, name}: Place, messages: Messages): TemplateResult | typeof nothing {
  const href = telUrl(telephone);
  if (!href || !telephone) return nothing;
  return html`<a class="phone" href=${href} aria-label=${`${messages.call(telephone)}, ${name}`}>
    ${uiIcon('phone')}
  </a>`;
}
