import {html, type TemplateResult} from 'lit';
import type {ChosenPlace} from '../state/filters.js';
import type {ViewContext} from '../state/view-context.js';

/** Whose events alone are shown, and the way back to all. */
export function placeTemplate(
  {name}: ChosenPlace,
  {messages}: ViewContext,
  leave: () => void,
): TemplateResult {
  return html`<p class="place">
    <b>${messages.atPlace(name)}</b>
    <button class="button quiet" type="button" @click=${leave}>${messages.showAll}</button>
  </p>`;
}
