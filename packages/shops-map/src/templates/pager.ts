import {html, nothing, type TemplateResult} from 'lit';
import type {ListMessages} from '../locales/index.js';

/** Previous and next; the ends stay focusable so that focus is never lost while paging. */
export function pagerTemplate(
  {page, pages, messages}: {page: number; pages: number; messages: ListMessages},
  go: (page: number) => void,
): TemplateResult | typeof nothing {
  if (pages < 2) return nothing;
  const step = (label: string, to: number): TemplateResult => {
    const possible = to >= 0 && to < pages;
    return html`<button
      class="button"
      type="button"
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${() => {
        if (possible) go(to);
      }}
    >
      ${label}
    </button>`;
  };
  return html`<nav class="pager" aria-label=${messages.pages}>
    ${step(messages.previous, page - 1)}
    <span>${messages.page(page + 1, pages)}</span>
    ${step(messages.next, page + 1)}
  </nav>`;
}
