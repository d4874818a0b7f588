import {warn, type LocalElement} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import {NO_FILTERS, type Filters, type Origin} from '../state/filters.js';
import {addressWith, paramsIn} from './address.js';
import {fromParams} from './from-params.js';
import {later, type Later} from './later.js';
import type {LinkParams, LinkState} from './link-state.js';
import {toParams} from './to-params.js';
import type {UrlStateOwner} from './url-state-owner.js';
import {ViewWatch} from './view-watch.js';

/** Safari refuses more than 100 changes of the address in 30 seconds. */
const PAUSE = 300;

/** Other answers than before: what was waited for and the old view of the map mean nothing then. */
const FILTERS = ['text', 'categories', 'radius', 'open', 'with'] as const;
const NEAR = ['near', 'near-label'] as const;
/** The answer when nothing is asked, and nothing is in the address. */
const NOTHING = toParams({}, '');

/** Prefixes in use on this page. */
const writers = new Set<string>();

/** What an entry of the history that we added says: whose it is, and what stood there before. */
interface Entry {
  readonly prefix: string;
  readonly beneath: LinkParams;
}

/**
 * Keeps what a person asked for in the address of the page. Reads it when connected; writes nothing
 * before a person changes something. A chosen place is an entry of its own in the history, so that Back
 * closes its card; everything else changes the present entry.
 */
export class UrlState implements ReactiveController {
  /** How our parameters begin, while they are in force. */
  private prefix: string | undefined;
  private watch: ViewWatch | undefined;
  /** Our parameters, without what means nothing, as the address has them. */
  private address = NOTHING;
  /** The same as it will have them when what waits is written. */
  private written = NOTHING;
  /** A place of the link that has not come yet. */
  private pending: string | undefined;
  private places: readonly Place[] | undefined;
  private cancel: (() => void) | undefined;
  private attributes: string | undefined;
  /** We went back ourselves, and the browser is not there yet: it takes a moment. */
  private isLeaving = false;
  /** Unknown until the first try. */
  private isAllowed: boolean | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: UrlStateOwner,
    private readonly wait: Later = later,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const {urlState, view, shops} = this.owner;
    if (urlState === null || this.prefix) return;
    const prefix = urlState.trim() || 'shops';
    if (writers.has(prefix)) {
      this.warn(`url-state="${urlState}" is ignored: another element has these parameters.`);
      return;
    }
    writers.add(prefix);
    this.prefix = prefix;
    this.watch = new ViewWatch(this.host.renderRoot, view);
    addEventListener('popstate', this.restore);
    const {filters, origin, selected} = shops;
    // who was faster than this file is not interrupted
    if (filters === NO_FILTERS && !origin && selected === undefined) this.restore();
    else this.written = this.params(this.read());
  }

  hostDisconnected(): void {
    if (!this.prefix) return;
    this.flush();
    removeEventListener('popstate', this.restore);
    this.watch?.stop();
    writers.delete(this.prefix);
    this.prefix = this.pending = undefined;
    this.isLeaving = false;
  }

  /** Between the arrival of places and their first rendering. */
  hostUpdate(): void {
    this.takeAttributes();
    const {shops, select} = this.owner;
    if (!this.prefix) return;
    const {index, selectedPlace} = shops;
    if (index?.places !== this.places) {
      this.places = index?.places;
      // other places took the chosen one away, not a person
      if (!selectedPlace) this.pending = this.written.place || undefined;
    }
    if (this.pending === undefined || shops.indexOf(this.pending) === undefined) return;
    select(this.pending);
    this.pending = undefined;
  }

  hostUpdated(): void {
    this.update();
  }

  /** Starts over when the page changes its attributes. */
  private takeAttributes(): void {
    const {urlState, timeZone} = this.owner;
    const attributes = `${urlState} ${timeZone}`;
    const isNew = this.attributes !== undefined && this.attributes !== attributes;
    this.attributes = attributes;
    if (!isNew) return;
    this.hostDisconnected();
    this.hostConnected();
  }

  /** To be called when the view of the map changes: of everything else the element's updates tell. */
  update(): void {
    const {written, watch, owner, isAllowed} = this;
    if (!this.prefix || !watch || isAllowed === false || this.isLeaving) return;
    const {selectedPlace} = owner.shops;
    watch.look();
    const isAsked = differ(written, this.params(), ...FILTERS, ...NEAR);
    if (isAsked) watch.forget();
    if (isAsked || selectedPlace) this.pending = undefined;
    const now = this.params();
    if (isSame(now, written)) return;
    if (selectedPlace && !written.place) this.push(now);
    else if (written.place && isSame(now, this.beneath)) this.back(now);
    else this.write(now);
  }

  /** The parameters of a state; by default of the one in force. */
  private params(state = this.present()): LinkParams {
    return toParams(state, this.owner.timeZone);
  }

  private present(): LinkState {
    const {shops, defaultSort, pane} = this.owner;
    const {filters, origin, sort, selectedPlace} = shops;
    return {
      ...filters,
      categories: [...filters.categories],
      features: [...filters.features],
      sort: sort === defaultSort ? undefined : (sort ?? 'best'),
      near: origin?.isPrivate ? {geo: origin.geo} : origin,
      place: selectedPlace?.id ?? this.pending,
      view: this.watch?.wanted,
      pane: pane === 'map' ? pane : undefined,
    };
  }

  /** Puts into force what the address says; only what differs, so that a page of the list stays. */
  private readonly restore = (): void => {
    const {owner, watch} = this;
    const {shops} = owner;
    const state = this.read();
    const wanted = this.params(state);
    if (this.isLeaving) {
      // nothing to restore: what a person did meanwhile is newer, and is written now
      this.isLeaving = false;
      this.written = this.address = wanted;
      this.host.requestUpdate();
      return;
    }
    // only the hash, or another element's entry, while something of ours is still to be written
    if (!watch || (this.cancel && isSame(wanted, this.address))) return;
    this.cancel?.();
    this.cancel = undefined;
    const now = this.params();
    if (differ(now, wanted, ...FILTERS)) shops.filter(filtersOf(state));
    if (differ(now, wanted, ...NEAR)) shops.setOrigin(originOf(state, owner));
    if (differ(now, wanted, 'sort')) {
      const {sort = owner.defaultSort} = state;
      shops.sortBy(sort === 'best' ? undefined : sort);
    }
    if (differ(now, wanted, 'pane')) owner.pane = state.pane ?? 'list';
    watch.forget();
    watch.wanted = state.view;
    if (state.view && differ(now, wanted, 'view')) owner.showView(state.view);
    if (!state.place && shops.selectedPlace) owner.select(null);
    this.pending = state.place === shops.selectedPlace?.id ? undefined : state.place;
    this.written = this.address = wanted;
    this.host.requestUpdate();
  };

  private read(): LinkState {
    const {timeZone, defaultSort} = this.owner;
    const state = fromParams(paramsIn(location.href, this.prefix ?? ''), timeZone);
    return state.sort === (defaultSort ?? 'best') ? {...state, sort: undefined} : state;
  }

  /** Replaces the present entry, a moment later. */
  private write(params: LinkParams): void {
    this.written = params;
    this.cancel?.();
    this.cancel = this.wait(() => this.flush(), PAUSE);
  }

  private flush(): void {
    if (!this.cancel) return;
    this.cancel();
    this.cancel = undefined;
    this.change('replaceState', history.state);
  }

  /** Adds an entry; what was to be written before stands beneath it. */
  private push(params: LinkParams): void {
    this.flush();
    const entry: Entry = {prefix: this.prefix!, beneath: this.written};
    this.written = params;
    this.change('pushState', {...(history.state as object | null), localWidgets: entry});
  }

  /** What stands in the history before an entry of ours. */
  private get beneath(): LinkParams | undefined {
    const {localWidgets: entry} = (history.state ?? {}) as {localWidgets?: Entry};
    return entry?.prefix === this.prefix ? entry?.beneath : undefined;
  }

  /** Who closes a card goes back, so that Back does not have to be pressed twice afterwards. */
  private back(params: LinkParams): void {
    this.cancel?.();
    this.cancel = undefined;
    this.written = params;
    this.isLeaving = true;
    history.back();
  }

  private change(how: 'pushState' | 'replaceState', data: unknown): void {
    try {
      history[how](data, '', addressWith(location.href, this.prefix!, this.written));
      this.address = this.written;
      this.isAllowed = true;
    } catch (error) {
      // after a first success it is only that there were too many; the next change tells all
      if (this.isAllowed) return;
      this.isAllowed = false;
      this.warn('url-state is off: this page may not change its address.', error);
    }
  }

  private warn(message: string, ...details: unknown[]): void {
    warn(this.host.localName, message, ...details);
  }
}

function isSame(one: LinkParams, other: LinkParams | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function differ(one: LinkParams, other: LinkParams, ...names: (keyof LinkParams)[]): boolean {
  return names.some(name => one[name] !== other[name]);
}

function filtersOf({text = '', categories, radiusKm, open, features}: LinkState): Filters {
  return {text, categories: new Set(categories), radiusKm, open, features: new Set(features)};
}

/** A position without a name may be that of the device of whoever made the link. */
function originOf({near}: LinkState, owner: UrlStateOwner): Origin | undefined {
  if (!near) return undefined;
  const {geo, label} = near;
  return label ? {geo, label} : {geo, label: owner.unnamed(), isPrivate: true};
}
