import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {icon, BAG, CLOCK, LIST, SHOP, TAG} from '../templates/icons.js';

export const TABS = ['orders', 'preparation', 'slots', 'catalogue', 'shop'] as const;
export type TabName = (typeof TABS)[number];

const ICONS = {orders: BAG, preparation: LIST, slots: CLOCK, catalogue: TAG, shop: SHOP};

export interface TabsData {
  readonly tabs: readonly TabName[];
  readonly active: TabName;
  /** Orders that nobody has accepted yet. */
  readonly waiting: number;
  readonly messages: Messages;
}

/** Tabs as in the ARIA Authoring Practices: one tab stop, arrows, Home and End. */
export function tabsTemplate(
  {tabs, active, waiting, messages}: TabsData,
  select: (tab: TabName) => void,
): TemplateResult {
  const names: Record<TabName, string> = {
    orders: messages.tabOrders,
    preparation: messages.tabPreparation,
    slots: messages.tabSlots,
    catalogue: messages.tabCatalogue,
    shop: messages.tabShop,
  };
  const press = (event: KeyboardEvent): void => {
    const next = tabAfter(event.key, active, tabs, isRightToLeft(event));
    if (!next) return;
    event.preventDefault();
    select(next);
  };
  return html`<div class="tabs" role="tablist" aria-label=${messages.tabs} @keydown=${press}>
    ${tabs.map(
      tab =>
        html`<button
          id="tab-${tab}"
          class="tab"
          role="tab"
          type="button"
          aria-selected=${tab === active ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${tab === active ? 0 : -1}
          @click=${() => select(tab)}
        >
          ${icon(ICONS[tab])} <span>${names[tab]}</span>
          ${
            tab === 'orders' && waiting > 0
              ? html`<span class="count" aria-hidden="true">${waiting}</span
                  ><span class="visually-hidden">(${messages.waitingCount(waiting)})</span>`
              : nothing
          }
        </button>`,
    )}
  </div>`;
}

/** Where a key leads among the tabs; nowhere for other keys. */
export function tabAfter(
  key: string,
  active: TabName,
  tabs: readonly TabName[],
  rightToLeft = false,
): TabName | undefined {
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
