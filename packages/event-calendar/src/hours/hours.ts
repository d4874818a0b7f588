import {adoptStyles, type LocalElement} from '@local-widgets/core';
import {weekOf, zoneOf} from '@local-widgets/model';
import type {ReactiveController, TemplateResult} from 'lit';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {ViewContext} from '../state/view-context.js';
import type {ViewPart} from '../state/view-part.js';
import type {AgendaActions} from '../views/agenda.js';
import {hoursTemplate} from './hours-template.js';
import {hoursStyles} from './hours.styles.js';
import {placeInHours} from './place-in-hours.js';

/** The week and the day with their hours. */
export class Hours implements ViewPart, ReactiveController {
  constructor(
    private readonly host: LocalElement,
    private readonly owner: CalendarOwner,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, hoursStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    placeInHours(this.host.renderRoot);
  }

  template(words: ViewContext, actions: AgendaActions): TemplateResult {
    const {owner} = this;
    const {state, weekStart, timeZone} = owner;
    const {view, day, occurrences} = state;
    const isDay = view === 'day';
    return hoursTemplate(
      {
        occurrences,
        first: isDay ? day : weekOf(day, weekStart),
        days: isDay ? 1 : 7,
        minute: minuteIn(timeZone, state.now),
        noteOf: day => owner.holidayOf(day)?.name,
      },
      words,
      {
        ...actions,
        openDay: day => {
          owner.focus('.period-name');
          state.goTo(day);
          state.showView('day');
        },
      },
    );
  }
}

/** Minutes of the day that have passed on clocks in a zone. */
function minuteIn(timeZone: string, now: number): number {
  const zone = zoneOf(timeZone);
  return zone ? Math.floor((now - zone.instantOf(zone.dayAt(now), 0)) / 6e4) : 0;
}
