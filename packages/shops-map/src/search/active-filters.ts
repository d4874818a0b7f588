import {formatTime, formatWeekday, isoDateIn} from '@local-widgets/core';
import type {Feature} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ShopsOwner} from '../state/shops-owner.js';
import {CLOSE} from '../symbols/more-icons.js';
import {uiIcon} from '../symbols/ui-icons.js';

/** A filter that only a closed panel would show, in words, and how to take it back. */
export interface ActiveFilter {
  readonly words: string;
  readonly remove: () => void;
}

export function activeFilters(owner: ShopsOwner, timeZone: string): ActiveFilter[] {
  const {messages, language} = owner.words();
  const {filters, origin} = owner.shops;
  const {open, features} = filters;
  const found: ActiveFilter[] = [];
  if (origin) {
    const words = messages.nearTo(origin.label);
    found.push({words, remove: () => owner.ask(shops => shops.setOrigin(undefined))});
  }
  if (open instanceof Date) {
    const day = formatWeekday(isoDateIn(open, timeZone), language);
    const words = messages.openOn(`${day} ${formatTime(open, language, timeZone)}`);
    found.push({words, remove: () => owner.ask(shops => shops.filter({open: undefined}))});
  }
  for (const feature of features) {
    const others = new Set([...features].filter(other => other !== feature));
    const words = featureWords(feature, messages);
    found.push({words, remove: () => owner.ask(shops => shops.filter({features: others}))});
  }
  return found;
}

/** `service:collect` → `Commande à retirer`; labels and means of payment are words already. */
export function featureWords(feature: Feature, messages: Messages): string {
  const [kind, name] = splitFeature(feature);
  return kind === 'service' ? messages[name as 'collect'] : name;
}

export function splitFeature(feature: Feature): [kind: string, name: string] {
  const at = feature.indexOf(':');
  return [feature.slice(0, at), feature.slice(at + 1)];
}

export function activeFiltersTemplate(
  active: readonly ActiveFilter[],
  messages: Messages,
  focusBar: () => void,
): TemplateResult | typeof nothing {
  if (active.length === 0) return nothing;
  return html`<ul class="active" role="list" aria-label=${messages.active}>
    ${active.map(
      ({words, remove}) =>
        html`<li>
          <button
            class="chip"
            type="button"
            aria-label=${messages.remove(words)}
            @click=${() => {
              focusBar();
              remove();
            }}
          >
            ${words} ${uiIcon(CLOSE)}
          </button>
        </li>`,
    )}
  </ul>`;
}
