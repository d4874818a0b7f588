import {adoptStyles, type LocalElement} from '@local-widgets/core';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {LocalEventActionEvent} from '../events.js';
import type {CalendarOwner} from '../state/calendar-owner.js';
import {iconStyles} from '../styles/icon.styles.js';
import {chosenOccurrence, datesOf, seriesOf} from './chosen.js';
import {eventDialogStyles} from './event-dialog.styles.js';
import {eventTemplate} from './event-template.js';
import {TakeAlong} from './take-along.js';

const MAP = 'local-shops-map';

/** Everything about the chosen event, in a dialog that Escape, its button or a click beside it close. */
export class EventDialog implements ReactiveController {
  private readonly takeAlong: TakeAlong;

  constructor(
    private readonly host: LocalElement & {readonly report: string},
    private readonly owner: CalendarOwner,
  ) {
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, iconStyles);
    adoptStyles(root, eventDialogStyles);
    this.takeAlong = new TakeAlong(host, owner);
    host.addController(this);
  }

  /** What is rendered is shown, and what is not closes. */
  hostUpdated(): void {
    const {dialog} = this;
    const isChosen = chosenOccurrence(this.owner.state) !== undefined;
    if (!dialog || isChosen === dialog.open) return;
    if (isChosen && this.host.isConnected) dialog.showModal();
    else dialog.close();
  }

  /** Out of the page a dialog is open no more, and would not say so. */
  hostDisconnected(): void {
    this.owner.choose(undefined);
    this.dialog?.close();
  }

  template(): TemplateResult {
    const {owner, host} = this;
    const {state} = owner;
    const occurrence = chosenOccurrence(state);
    const words = owner.words();
    const closeBeside = ({target, currentTarget}: Event): void => {
      if (target === currentTarget) owner.choose(undefined);
    };
    // said in a task of its own, when another event may be open already
    const close = ({target}: Event): void => {
      if (!(target as HTMLDialogElement).open) owner.choose(undefined);
    };
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="event-name"
      @close=${close}
      @click=${closeBeside}
    >
      ${
        occurrence
          ? eventTemplate(
              {
                event: state.eventOf(occurrence),
                series: seriesOf(state, occurrence)[0]!,
                occurrence,
                dates: datesOf(state, occurrence),
                report: host.report,
                more: this.takeAlong.template(occurrence, words),
              },
              words,
              {close: () => owner.choose(undefined), showOnMap: this.mapAction()},
            )
          : nothing
      }
    </dialog>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  /** Only where the page has a map, and the event a place in it. */
  private mapAction(): (() => void) | undefined {
    const {state} = this.owner;
    const occurrence = chosenOccurrence(state);
    const event = occurrence && state.eventOf(occurrence);
    const placeId = event?.location?.placeId;
    if (!event || placeId === undefined || !document.querySelector(MAP)) return undefined;
    return () => {
      this.owner.choose(undefined);
      this.host.dispatchEvent(
        new LocalEventActionEvent({action: 'map', id: event.id, placeId, event}),
      );
    };
  }
}
