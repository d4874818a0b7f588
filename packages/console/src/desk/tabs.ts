import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {icon} from '../templates/icons.js';
import type {DeskTab} from './desk-part.js';

/** So many stand in one line on a telephone. */
const FEW = 5;

export interface TabsData {
  readonly tabs: readonly DeskTab[];
  readonly active: DeskTab;
  readonly messages: Messages;
}

/** Tabs as in the ARIA Authoring Practices: one tab stop, arrows, Home and End. */
export function tabsTemplate(
  {tabs, active, messages}: TabsData,
  select: (tab: DeskTab) => void,
): TemplateResult {
  const press = (event: KeyboardEvent): void => {
    const next = tabAfter(event.key, active, tabs, isRightToLeft(event));
    if (!next) return;
    event.preventDefault();
    select(next);
  };
  return html`<div
    class="tabs"
    ?data-many=${tabs.length > FEW}
    role="tablist"
    aria-label=${messages.tabs}
    @keydown=${press}
  >
    ${tabs.map(tab => {
      const count = tab.count?.(messages);
      return html`<button
        id="tab-${tab.name}"
        class="tab"
        role="tab"
        type="button"
        aria-selected=${tab === active ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${tab === active ? 0 : -1}
        @click=${() => select(tab)}
      >
        ${icon(tab.icon)} <span>${tab.label(messages)}</span>
        ${
          count && count.number > 0
            ? html`<span class="count" aria-hidden="true">${count.number}</span
                ><span class="visually-hidden">(${count.words})</span>`
            : nothing
        }
      </button>`;
    })}
  </div>`;
}

/** Where a key leads among the tabs; nowhere for other keys. */
export function tabAfter<Tab>(
  key: string,
  active: Tab,
  tabs: readonly Tab[],
  rightToLeft = false,
): Tab | undefined {
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  const step = {ArrowRight: 1, ArrowLeft: -1}[key];
  if (!step) return undefined;
  const at = tabs.indexOf(active) + (rightToLeft ? -step : step);
  return tabs[(at + tabs.length) % tabs.length];
}

function isRightToLeft({currentTarget}: Event): boolean {
  return getComputedStyle(currentTarget as Element).direction === 'rtl';
}
