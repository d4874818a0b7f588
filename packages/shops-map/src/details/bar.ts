import {formatDistance} from '@local-widgets/core';
import type {PlaceSort} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {Filters} from '../state/filters.js';
import type {ViewContext} from '../state/view-context.js';
import {FUNNEL, ROUTE, SEARCH, SHARE} from '../symbols/more-icons.js';
import {uiIcon} from '../symbols/ui-icons.js';

/** The panels that open below the bar. */
export type PanelName = 'near' | 'filters' | 'share';

/** Everything the bar above the list shows. */
export interface BarData extends ViewContext<Messages> {
  readonly filters: Filters;
  /** Filters that only their panel shows. */
  readonly hiddenFilters: number;
  /** Kilometres; empty when distances make no sense here. */
  readonly radii: readonly number[];
  /** The page's own limit in kilometres, which cannot be left. */
  readonly limit: number | undefined;
  /** Whether any place says when it is open. */
  readonly knowsHours: boolean;
  readonly sort: PlaceSort | undefined;
  readonly sorts: readonly (PlaceSort | undefined)[];
  readonly open: PanelName | undefined;
  /** What answers could not be had. */
  readonly hasFailed: boolean;
}

export interface BarActions {
  filter(change: Partial<Filters>): void;
  sortBy(sort: PlaceSort | undefined): void;
  toggle(panel: PanelName): void;
  /** Somebody turns to the bar: what answers it will be needed. */
  turnTo(): void;
}

export function barTemplate(data: BarData, actions: BarActions): TemplateResult {
  const {messages, knowsHours, hiddenFilters} = data;
  return html`${searchTemplate(data, actions)}
    ${data.hasFailed ? html`<p role="status">${messages.panelFailed}</p>` : nothing}
    <div
      class="choices"
      role="group"
      aria-label=${messages.tools}
      @focusin=${() => actions.turnTo()}
      @pointerenter=${() => actions.turnTo()}
    >
      ${panelButton('near', ROUTE, messages.near, data, actions)}
      ${knowsHours ? openNowTemplate(data, actions) : nothing}
      ${data.radii.length > 0 ? radiusTemplate(data, actions) : nothing}
      ${panelButton(
        'filters',
        FUNNEL,
        hiddenFilters > 0 ? messages.filtersOn(hiddenFilters) : messages.filters,
        data,
        actions,
      )}
      ${data.sorts.length > 1 ? sortTemplate(data, actions) : nothing}
      ${panelButton('share', SHARE, messages.share, data, actions)}
    </div>`;
}

function searchTemplate({messages, filters}: BarData, actions: BarActions): TemplateResult {
  return html`<div class="search">
    <label class="visually-hidden" for="search">${messages.search}</label>
    ${uiIcon(SEARCH)}
    <input
      id="search"
      class="field"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      placeholder=${messages.searchHint}
      .value=${filters.text}
      @focus=${() => actions.turnTo()}
      @input=${({target}: InputEvent) => actions.filter({text: (target as HTMLInputElement).value})}
    />
  </div>`;
}

function panelButton(
  name: PanelName,
  icon: string,
  label: string,
  {open}: BarData,
  actions: BarActions,
): TemplateResult {
  return html`<button
    id=${`open-${name}`}
    class="button"
    type="button"
    aria-expanded=${open === name ? 'true' : 'false'}
    aria-controls="tool-panel"
    @click=${() => actions.toggle(name)}
  >
    ${uiIcon(icon)} <span class=${`on-${name}`}>${label}</span>
  </button>`;
}

function openNowTemplate({messages, filters}: BarData, actions: BarActions): TemplateResult {
  const isOn = filters.open === 'now';
  return html`<label class="chip">
    <input
      type="checkbox"
      .checked=${isOn}
      @change=${() => actions.filter({open: isOn ? undefined : 'now'})}
    />
    <span>${messages.openNow}</span>
  </label>`;
}

function radiusTemplate(data: BarData, actions: BarActions): TemplateResult {
  const {messages, language, radii, filters, limit} = data;
  const {radiusKm: radius} = filters;
  const words = (km: number): string => messages.within(formatDistance(km * 1000, language));
  const choose = ({target}: Event): void => {
    const {value} = target as HTMLSelectElement;
    actions.filter({radiusKm: value ? Number(value) : undefined});
  };
  return html`<label class="visually-hidden" for="radius">${messages.radius}</label>
    <select id="radius" class="field" @change=${choose}>
      <option value="" .selected=${radius === undefined}>
        ${limit === undefined ? messages.anyDistance : words(limit)}
      </option>
      ${radii.map(km => html`<option value=${km} .selected=${km === radius}>${words(km)}</option>`)}
    </select>`;
}

function sortTemplate({messages, sort, sorts}: BarData, actions: BarActions): TemplateResult {
  const words = {
    best: messages.sortBest,
    distance: messages.sortDistance,
    name: messages.sortName,
    open: messages.sortOpen,
  };
  const choose = ({target}: Event): void => {
    const {value} = target as HTMLSelectElement;
    actions.sortBy(value ? (value as PlaceSort) : undefined);
  };
  return html`<label class="visually-hidden" for="sort">${messages.sort}</label>
    <select id="sort" class="field" @change=${choose}>
      ${sorts.map(
        one =>
          html`<option value=${one ?? ''} .selected=${one === sort}>
            ${words[one ?? 'best']}
          </option>`,
      )}
    </select>`;
}
