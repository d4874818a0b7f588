import type {EventFacet} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';

/** A filter that only the closed panel would show, in words, and how to take it back. */
export interface ActiveFilter {
  readonly words: string;
  readonly remove: () => void;
}

export function activeFiltersTemplate(
  active: readonly ActiveFilter[],
  {messages}: ViewContext<Messages>,
): TemplateResult | typeof nothing {
  if (active.length === 0) return nothing;
  return html`<ul class="active" role="list" aria-label=${messages.active}>
    ${active.map(
      ({words, remove}) =>
        html`<li>
          <button class="chip" type="button" aria-label=${messages.remove(words)} @click=${remove}>
            ${words}
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6 6 18"></path>
            </svg>
          </button>
        </li>`,
    )}
  </ul>`;
}

/** With or without a value more; a facet without any is none. */
export function withToggled(
  facets: ReadonlyMap<EventFacet, ReadonlySet<string>>,
  facet: EventFacet,
  value: string,
  isSingle: boolean,
): ReadonlyMap<EventFacet, ReadonlySet<string>> {
  const before = facets.get(facet) ?? new Set<string>();
  const after = before.has(value)
    ? new Set([...before].filter(other => other !== value))
    : new Set(isSingle ? [value] : [...before, value]);
  const changed = new Map(facets).set(facet, after);
  if (after.size === 0) changed.delete(facet);
  return changed;
}
