import {PageAddress, type Later, type LocalElement} from '@local-widgets/core';
import {addressWith, paramsIn, type Place, type LinkParams} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import {NO_FILTERS, type Filters, type Origin} from '../state/filters.js';
import {fromParams} from './from-params.js';
import type {LinkState, ParamName} from './link-state.js';
import {toParams} from './to-params.js';
import type {UrlStateOwner} from './url-state-owner.js';
import {ViewWatch} from './view-watch.js';

/** Other answers than before: what was waited for and the old view of the map mean nothing then. */
const FILTERS = ['text', 'categories', 'radius', 'open', 'with'] as const;
const NEAR = ['near', 'near-label'] as const;

const NOTHING = toParams({}, '');
const NAMES = Object.keys(NOTHING) as ParamName[];

/** Keeps what a person asked for in the address of the page; a chosen place is an entry of its own there. */
export class UrlState implements ReactiveController {
  private readonly address: PageAddress<ParamName>;
  private watch: ViewWatch | undefined;
  /** A place of the link that has not come yet. */
  private pending: string | undefined;
  private places: readonly Place[] | undefined;
  private attributes: string | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: UrlStateOwner,
    wait?: Later,
  ) {
    this.address = new PageAddress<ParamName>(host, {
      nothing: NOTHING,
      entry: 'place',
      read: (href, prefix) => this.params(this.meant(paramsIn(href, prefix, NAMES))),
      write: addressWith,
      restore: params => this.restore(params),
      wait,
    });
    host.addController(this);
  }

  hostConnected(): void {
    const {urlState, view, shops} = this.owner;
    if (urlState === null || this.address.isOpen) return;
    this.watch = new ViewWatch(this.host.renderRoot, view);
    const isTouched = (): boolean =>
      shops.filters !== NO_FILTERS || !!shops.origin || shops.selected !== undefined;
    if (!this.address.open(urlState, 'shops', isTouched)) this.stopWatching();
  }

  hostDisconnected(): void {
    if (this.address.isOpen) this.pending = undefined;
    this.address.close();
    this.stopWatching();
  }

  private stopWatching(): void {
    this.watch?.stop();
    this.watch = undefined;
  }

  /** Between the arrival of places and their first rendering. */
  hostUpdate(): void {
    this.takeAttributes();
    const {shops, select} = this.owner;
    if (!this.address.isOpen) return;
    const {index, selectedPlace} = shops;
    if (index?.places !== this.places) {
      this.places = index?.places;
      // other places took the chosen one away, not a person
      if (!selectedPlace) this.pending = this.address.written.place || undefined;
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
    const {address, watch, owner} = this;
    if (!address.mayWrite) return;
    const {selectedPlace} = owner.shops;
    watch?.look();
    const isAsked = differ(address.written, this.params(), ...FILTERS, ...NEAR);
    if (isAsked) watch?.forget();
    if (isAsked || selectedPlace) this.pending = undefined;
    address.keep(this.params());
  }

  /** The parameters of a state; by default of the one in force. */
  private params(state = this.present()): LinkParams<ParamName> {
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
  private restore(wanted: LinkParams<ParamName>): void {
    const {owner, watch} = this;
    const {shops} = owner;
    const state = this.meant(wanted);
    const now = this.params();
    if (differ(now, wanted, ...FILTERS)) shops.filter(filtersOf(state));
    if (differ(now, wanted, ...NEAR)) shops.setOrigin(originOf(state, owner));
    if (differ(now, wanted, 'sort')) {
      const {sort = owner.defaultSort} = state;
      shops.sortBy(sort === 'best' ? undefined : sort);
    }
    if (differ(now, wanted, 'pane')) owner.pane = state.pane ?? 'list';
    watch?.forget();
    if (watch) watch.wanted = state.view;
    if (state.view && differ(now, wanted, 'view')) owner.showView(state.view);
    if (!state.place && shops.selectedPlace) owner.select(null);
    this.pending = state.place === shops.selectedPlace?.id ? undefined : state.place;
  }

  /** What is as the page has it anyway need not be said. */
  private meant(params: LinkParams<ParamName>): LinkState {
    const {timeZone, defaultSort} = this.owner;
    const state = fromParams(params, timeZone);
    return state.sort === (defaultSort ?? 'best') ? {...state, sort: undefined} : state;
  }
}

function differ(
  one: LinkParams<ParamName>,
  other: LinkParams<ParamName>,
  ...names: ParamName[]
): boolean {
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
