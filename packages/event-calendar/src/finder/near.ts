import {
  AddressSearch,
  addressTemplate,
  geocoderOf,
  warn,
  type AddressChoice,
  type AddressSuggestion,
  type Geocoder,
  type LocalElement,
} from '@local-widgets/core';
import {findTowns, type Event, type Place} from '@local-widgets/model';
import type {TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {Origin} from '../state/filters.js';
import type {ViewContext} from '../state/view-context.js';

/** Towns of the events that are offered for a text. */
const MOST_TOWNS = 4;

/** Where distances are measured from: a town of the events, an address when the page has a geocoder, here. */
export class Near {
  private readonly search: AddressSearch;
  private asked: Geocoder | string = '';
  private geocoder: Geocoder | undefined;
  /** What the field was told of last. */
  private known: Origin | undefined;
  private spots: {readonly of: readonly Event[]; readonly places: readonly Place[]} | undefined;

  constructor(
    private readonly host: LocalElement & {readonly geocoder: Geocoder | string},
    private readonly owner: CalendarOwner,
  ) {
    this.search = new AddressSearch(host, () => ({
      geocoder: this.geocoder,
      local: text => this.townsFor(text),
      near: () => owner.state.settings.center,
      canLocate: true,
      onChoose: choice => this.choose(choice),
      onFailure: ({message}) => warn(host.localName, message),
    }));
  }

  template({messages}: ViewContext<Messages>): TemplateResult {
    this.use(this.host.geocoder);
    this.follow();
    return addressTemplate(this.search, messages, 'near-place');
  }

  private use(asked: Geocoder | string): void {
    if (asked === this.asked) return;
    this.asked = asked;
    if (typeof asked !== 'string') {
      this.geocoder = asked;
      return;
    }
    const {value, problem} = geocoderOf(asked);
    if (problem) warn(this.host.localName, problem);
    this.geocoder = value;
  }

  /** A link, or the button that takes a filter back, changed it without this field. */
  private follow(): void {
    const {origin} = this.owner.state;
    if (origin === this.known) return;
    this.known = origin;
    this.search.restore(origin);
  }

  private townsFor(text: string): AddressSuggestion[] {
    return findTowns(this.placesOfEvents(), text, MOST_TOWNS).map(
      ({name, postalCode, geo, count}) => ({
        label: name,
        geo,
        kind: 'town',
        count,
        ...(postalCode && {detail: postalCode}),
      }),
    );
  }

  /** Where the events are, once for the same events. */
  private placesOfEvents(): readonly Place[] {
    const {offered} = this.owner.state;
    if (this.spots?.of !== offered) {
      const places = offered.flatMap(({id, name, location}): Place[] => {
        const {geo, address} = location ?? {};
        return geo && address ? [{id, name, geo, address, categories: []}] : [];
      });
      this.spots = {of: offered, places};
    }
    return this.spots.places;
  }

  private choose(choice: AddressChoice | undefined): void {
    const {messages} = this.owner.words();
    this.known = choice && {
      geo: choice.geo,
      label: choice.suggestion?.label ?? messages.myPosition,
      isPrivate: !choice.suggestion || choice.suggestion.kind === 'address',
    };
    this.owner.ask(state => {
      state.setOrigin(this.known);
      // near without a distance would be everywhere
      if (this.known && state.filters.radiusKm === undefined) state.filter({radiusKm: NEARBY});
    });
  }
}

/** Kilometres. */
const NEARBY = 10;
