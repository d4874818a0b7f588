import {webUrl, type LazyPart} from '@local-widgets/core';
import {LocalEventSelectEvent} from '../events.js';
import type {CalendarState, ChosenDate} from './calendar-state.js';

/** The event that a person opens: its details come, and the page hears of it. */
export class Choice {
  /** The date of the last `local-event-select`. */
  private told: ChosenDate | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly asked: CalendarState,
    private readonly details: LazyPart<unknown>,
  ) {}

  /** Opens an event that is there, or closes it. */
  choose(chosen: ChosenDate | undefined): void {
    const {asked, details} = this;
    if (chosen && !asked.has(chosen.eventId)) return;
    asked.choose(chosen);
    if (chosen) void details.ask().then(() => details.failed && this.leaveFor(chosen));
  }

  /** Tells the page once it is rendered. */
  tell(): void {
    const {chosen} = this.asked;
    if (chosen === this.told) return;
    this.told = chosen;
    const event = chosen && this.asked.eventOf(chosen);
    this.host.dispatchEvent(
      new LocalEventSelectEvent({
        id: chosen?.eventId ?? null,
        recurrenceId: chosen?.recurrenceId ?? null,
        placeId: event?.location?.placeId ?? null,
        event: event ?? null,
      }),
    );
  }

  /** The details could not be had: the event's own page has them, where it has one. */
  private leaveFor(chosen: ChosenDate): void {
    const {asked} = this;
    const url = webUrl(asked.eventOf(chosen).url);
    asked.choose(undefined);
    if (url) location.assign(url);
  }
}
