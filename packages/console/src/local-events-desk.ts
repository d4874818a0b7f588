import {property} from '@local-widgets/core';
import type {CSSResultGroup} from 'lit';
import {AgendaPart} from './agenda/agenda-part.js';
import {DeskElement} from './desk/desk-element.js';
import type {MakePlan} from './desk/shop-desk.js';
import {shopTab} from './shop/shop-tab.js';
import {agendaStyles} from './styles/agenda.styles.js';

/**
 * The desk of the calendars of a shop or town hall: events are written, published and cancelled,
 * proposals of neighbours decided about, other agendas imported, and who signed up is listed. Speaks with
 * a hub. What is being written is kept on the device until the hub has it, and nothing else is.
 *
 * @summary Where a town or shop writes its events.
 * @tag local-events-desk
 *
 * @event {LocalProposalsWaitingEvent} local-proposals-waiting - The number of proposals to decide about has changed.
 *
 * @example
 * ```html
 * <local-events-desk shop="mairie" title-badge></local-events-desk>
 * ```
 */
export class LocalEventsDesk extends DeskElement {
  static override styles: CSSResultGroup = [DeskElement.styles, agendaStyles];

  /** Puts what is open into the page's address: a link leads to it, and Back leads away from it. */
  @property({attribute: 'url-state', type: Boolean}) urlState = false;

  protected override readonly plan: MakePlan = (owner, lazily) => {
    const agenda = new AgendaPart(owner, lazily);
    return {parts: [agenda], tabs: [agenda.tab, shopTab(owner, lazily, {hasOrders: false})]};
  };

  protected override get hasAddress(): boolean {
    return this.urlState;
  }
}
