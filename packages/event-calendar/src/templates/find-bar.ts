import {html, nothing, type TemplateResult} from 'lit';
import type {PanelName} from '../state/panel-part.js';
import type {ViewContext} from '../state/view-context.js';

export interface FindBarData {
  readonly text: string;
  /** Filters that only their panel shows. */
  readonly hiddenFilters: number;
  readonly open: PanelName | undefined;
  /** The content of the open panel; absent while it is on its way. */
  readonly panel: TemplateResult | undefined;
  /** What answers could not be had. */
  readonly hasFailed: boolean;
}

export interface FindBarActions {
  search(text: string): void;
  toggle(panel: PanelName): void;
  /** Somebody turns to the bar: what answers it will be needed. */
  turnTo(): void;
}

/** The search in texts, and the ways to more filters and to sharing. */
export function findBarTemplate(
  data: FindBarData,
  {messages}: ViewContext,
  actions: FindBarActions,
): TemplateResult {
  const {text, hiddenFilters, open, panel, hasFailed} = data;
  const panelButton = (name: PanelName, label: string): TemplateResult =>
    html`<button
      id=${`open-${name}`}
      class="button"
      type="button"
      aria-expanded=${open === name ? 'true' : 'false'}
      aria-controls="panel"
      @click=${() => actions.toggle(name)}
    >
      ${label}
    </button>`;
  return html`<form
    class="find"
    role="search"
    aria-label=${messages.label}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label class="visually-hidden" for="search">${messages.search}</label>
    <input
      id="search"
      class="field"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      placeholder=${messages.searchHint}
      .value=${text}
      @focus=${() => actions.turnTo()}
      @input=${({target}: InputEvent) => actions.search((target as HTMLInputElement).value)}
    />
    <div class="tools">
      ${panelButton(
        'filters',
        hiddenFilters > 0 ? messages.filtersOn(hiddenFilters) : messages.filters,
      )}
      ${panelButton('share', messages.share)}
    </div>
    ${hasFailed ? html`<p class="wait" role="alert">${messages.partFailed}</p>` : nothing}
    ${
      open
        ? html`<div
            id="panel"
            class="panel"
            role="group"
            aria-labelledby=${`open-${open}`}
            @keydown=${({key}: KeyboardEvent) => {
              if (key === 'Escape') actions.toggle(open);
            }}
          >
            ${panel ?? html`<p role="status">${messages.viewLoading}</p>`}
            <button class="button quiet" type="button" @click=${() => actions.toggle(open)}>
              ${messages.closePanel}
            </button>
          </div>`
        : nothing
    }
  </form>`;
}
