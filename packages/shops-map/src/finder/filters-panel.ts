import {formatNumber} from '@local-widgets/core';
import type {Feature, FeatureCount} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {featureWords, splitFeature} from '../search/active-filters.js';
import type {Messages} from '../locales/index.js';
import type {Filters} from '../state/filters.js';
import type {ViewContext} from '../state/view-context.js';
import {whenTemplate, type WhenData} from './when.js';

export interface FiltersPanelData extends ViewContext<Messages>, Omit<WhenData, 'messages'> {
  readonly chosen: ReadonlySet<Feature>;
  /** What places offer here, with how many would be left. */
  readonly features: readonly FeatureCount[];
  readonly knowsHours: boolean;
  /** Places that pass as it is. */
  readonly count: number;
}

export interface FiltersPanelActions {
  open(open: Filters['open']): void;
  toggle(feature: Feature): void;
  reset(): void;
  close(): void;
}

/** When a place must be open, and what it must offer. */
export function filtersPanelTemplate(
  data: FiltersPanelData,
  actions: FiltersPanelActions,
): TemplateResult {
  const {messages, language, knowsHours, count} = data;
  const kinds = [
    ['service', messages.services],
    ['label', messages.labels],
    ['payment', messages.payment],
  ] as const;
  return html`${knowsHours ? whenTemplate(data, open => actions.open(open)) : nothing}
    ${kinds.map(([kind, name]) => featuresTemplate(kind, name, data, actions))}
    <div class="panel-ends">
      <button class="button primary" type="button" @click=${() => actions.close()}>
        ${messages.showResults(formatNumber(count, language))}
      </button>
      <button class="button" type="button" @click=${() => actions.reset()}>
        ${messages.clearFilters}
      </button>
    </div>`;
}

function featuresTemplate(
  kind: string,
  name: string,
  {features, chosen, messages, language}: FiltersPanelData,
  actions: FiltersPanelActions,
): TemplateResult | typeof nothing {
  const offered = features.filter(({feature}) => splitFeature(feature)[0] === kind);
  if (offered.length === 0) return nothing;
  return html`<fieldset>
    <legend>${name}</legend>
    ${offered.map(
      ({feature, count}) =>
        html`<label class="chip">
          <input
            type="checkbox"
            .checked=${chosen.has(feature)}
            @change=${() => actions.toggle(feature)}
          />
          <span>${featureWords(feature, messages)}</span>
          <span class="count" aria-hidden="true">${formatNumber(count, language)}</span>
          <span class="visually-hidden"
            >, ${messages.found(count, formatNumber(count, language))}</span
          >
        </label>`,
    )}
  </fieldset>`;
}
