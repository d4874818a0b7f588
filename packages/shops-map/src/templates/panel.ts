import {html, nothing, type TemplateResult} from 'lit';
import type {ListMessages} from '../locales/index.js';
import type {ShopsState} from '../state/shops-state.js';
import type {ViewContext} from '../state/view-context.js';
import {listTemplate, type RowData} from './list.js';
import {pagerTemplate} from './pager.js';
import {nothingFoundTemplate} from './states.js';

export interface PanelData extends ViewContext {
  readonly state: ShopsState;
  readonly row: (at: number) => RowData;
  /** Sentences about the list itself: stale, partial, without its map. */
  readonly notes: readonly string[];
}

export interface PanelActions {
  select(at: number): void;
  hover(at: number | undefined): void;
  turnTo(page: number): void;
  leaveGroup(): void;
  reset(): void;
}

/** The list with what belongs to it, or why it is empty. */
export function panelTemplate(data: PanelData, actions: PanelActions): TemplateResult {
  const {state, messages, row, notes} = data;
  if (state.indices.length === 0) return nothingFoundTemplate(messages, () => actions.reset());
  return html`
    ${state.group ? groupTemplate(state.group.length, messages, actions) : nothing}
    ${listTemplate(
      {...data, rows: state.rows.map(row), knowsHours: state.index?.knowsHours ?? false},
      actions,
    )}
    ${pagerTemplate({page: state.page, pages: state.pages, messages}, page => actions.turnTo(page))}
    ${notes.length > 0 ? html`<p class="notes">${notes.join(' ')}</p>` : nothing}
  `;
}

function groupTemplate(
  count: number,
  messages: ListMessages,
  actions: PanelActions,
): TemplateResult {
  return html`<p class="group">
    ${messages.here(count)}
    <button class="button quiet" type="button" @click=${() => actions.leaveGroup()}>
      ${messages.showAll}
    </button>
  </p>`;
}
