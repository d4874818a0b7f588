import {html, nothing, type TemplateResult} from 'lit';
import type {View} from '../state/attributes.js';
import {SHORTCUTS, type AskedDays, type Shortcut} from '../state/filters.js';
import type {ViewContext} from '../state/view-context.js';

export interface ToolbarData {
  readonly view: View;
  readonly views: readonly View[];
  /** `juin 2026`, for views of a period. */
  readonly period: string;
  /** The days that a person has asked for, in lists. */
  readonly days: AskedDays | undefined;
}

export interface ToolbarActions {
  show(view: View): void;
  /** So many months, weeks or days on. */
  step(count: number): void;
  goToToday(): void;
  ask(name: Shortcut | undefined): void;
}

export const isPeriod = (view: View): view is 'month' | 'week' | 'day' =>
  view === 'month' || view === 'week' || view === 'day';

/** How events are shown, and which days. */
export function toolbarTemplate(
  data: ToolbarData,
  words: ViewContext,
  actions: ToolbarActions,
): TemplateResult {
  const {view, views} = data;
  const {messages} = words;
  return html`<div class="toolbar">
    ${
      views.length > 1
        ? html`<div class="views" role="group" aria-label=${messages.view}>
            ${views.map(each =>
              choice(messages.views[each], each === view, () => actions.show(each)),
            )}
          </div>`
        : nothing
    }
    ${isPeriod(view) ? periodTemplate(view, data, words, actions) : daysTemplate(data, words, actions)}
  </div>`;
}

/** `‹ juin 2026 ›`. */
function periodTemplate(
  view: 'month' | 'week' | 'day',
  {period}: ToolbarData,
  {messages, headingLevel}: ViewContext,
  actions: ToolbarActions,
): TemplateResult {
  const step = (count: number, name: string): TemplateResult =>
    html`<button
      class="button step"
      type="button"
      aria-label=${name}
      @click=${() => actions.step(count)}
    >
      ${count < 0 ? '‹' : '›'}
    </button>`;
  return html`<div class="period">
    <h3 id="period" class="period-name" aria-level=${headingLevel}>${period}</h3>
    <button class="button" type="button" @click=${() => actions.goToToday()}>
      ${messages.today}
    </button>
    <span class="steps">${step(-1, messages.previous[view])}${step(1, messages.next[view])}</span>
  </div>`;
}

function daysTemplate(
  {days}: ToolbarData,
  {messages}: ViewContext,
  actions: ToolbarActions,
): TemplateResult {
  return html`<div class="days" role="group" aria-label=${messages.when}>
    ${choice(messages.anyDay, !days, () => actions.ask(undefined))}
    ${SHORTCUTS.map(name => choice(messages[name], days?.name === name, () => actions.ask(name)))}
  </div>`;
}

function choice(label: string, isOn: boolean, choose: () => void): TemplateResult {
  return html`<button
    class="choice"
    type="button"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${choose}
  >
    ${label}
  </button>`;
}
