import {isSameAddress, PageAddress, type Later, type LocalElement} from '@local-widgets/core';
import {addressWith, paramsIn, type EventsReading, type LinkParams} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {ChosenDate} from '../state/calendar-state.js';
import {NO_FILTERS, type AskedDays, type Origin} from '../state/filters.js';
import type {LinkState, ParamName} from './link-state.js';
import {fromParams, toParams} from './params.js';

const NOTHING = toParams({});
const NAMES = Object.keys(NOTHING) as ParamName[];

/** Keeps what a person asked for in the address of the page; an open event is an entry of its own there. */
export class UrlState implements ReactiveController {
  private readonly address: PageAddress<ParamName>;
  /** An event of the link that has not come yet. */
  private pending: ChosenDate | undefined;
  private reading: EventsReading | undefined;
  private attribute: string | null | undefined;

  constructor(
    private readonly host: LocalElement & {readonly urlState: string | null},
    private readonly owner: CalendarOwner,
    wait?: Later,
  ) {
    this.address = new PageAddress<ParamName>(host, {
      nothing: NOTHING,
      entry: 'event',
      read: (href, prefix) => toParams(this.meant(paramsIn(href, prefix, NAMES))),
      write: addressWith,
      restore: params => this.restore(fromParams(params)),
      wait,
    });
    host.addController(this);
  }

  hostConnected(): void {
    const {urlState} = this.host;
    this.attribute = urlState;
    if (urlState === null || this.address.isOpen) return;
    const {state} = this.owner;
    this.address.open(
      urlState,
      'events',
      () => state.filters !== NO_FILTERS || !!state.origin || !!state.chosen,
    );
  }

  hostDisconnected(): void {
    if (this.address.isOpen) this.pending = undefined;
    this.address.close();
  }

  /** Between the arrival of events and their first rendering. */
  hostUpdate(): void {
    // out of the page nothing was read yet
    if (this.attribute !== undefined && this.attribute !== this.host.urlState) {
      this.hostDisconnected();
      this.hostConnected();
    }
    const {reading, pending, owner} = this;
    const {state} = owner;
    if (!this.address.isOpen || state.reading === reading) return;
    this.reading = state.reading;
    if (!pending || !state.has(pending.eventId)) return;
    this.pending = undefined;
    owner.choose(pending);
  }

  hostUpdated(): void {
    if (!this.address.mayWrite) return;
    if (this.owner.state.chosen) this.pending = undefined;
    this.address.keep(toParams(this.present()));
  }

  private present(): LinkState {
    const {state, defaults} = this.owner;
    const {view, day, filters, origin, chosen} = state;
    const {days, ...asked} = filters;
    return {
      ...asked,
      view: view === defaults.view ? undefined : view,
      day: day === defaults.day ? undefined : day,
      days: days?.name ?? days,
      near: origin?.isPrivate ? {geo: origin.geo} : origin,
      chosen: chosen ?? this.pending,
    };
  }

  /** Puts into force what the address says; only what differs. */
  private restore(wanted: LinkState): void {
    const {owner} = this;
    const {state, defaults} = owner;
    const {view = defaults.view, day = defaults.day, near, days, chosen} = wanted;
    const {text = '', facets = NO_FILTERS.facets, radiusKm, shop} = wanted;
    const asked = toParams({...this.present(), view: undefined, day: undefined, chosen: undefined});
    const others = toParams({...wanted, view: undefined, day: undefined, chosen: undefined});
    if (!isSameAddress(asked, others)) {
      state.filter({text, facets, radiusKm, shop, days: this.daysOf(days)});
      state.setOrigin(near && this.originOf(near));
    }
    if (state.view !== view) state.showView(view);
    if (state.day !== day) state.goTo(day);
    this.pending = undefined;
    if (!chosen) owner.choose(undefined);
    else if (state.has(chosen.eventId)) owner.choose(chosen);
    else this.pending = chosen;
  }

  /** What is as the page has it anyway need not be said. */
  private meant(params: LinkParams<ParamName>): LinkState {
    const {view, day} = this.owner.defaults;
    const state = fromParams(params);
    return {
      ...state,
      view: state.view === view ? undefined : state.view,
      day: state.day === day ? undefined : state.day,
    };
  }

  private daysOf(days: LinkState['days']): AskedDays | undefined {
    return typeof days === 'string' ? this.owner.daysCalled(days) : days;
  }

  /** A position without a name may be that of the device of whoever made the link. */
  private originOf({geo, label}: NonNullable<LinkState['near']>): Origin {
    if (label) return {geo, label};
    return {geo, label: this.owner.words().messages.thisSpot, isPrivate: true};
  }
}
