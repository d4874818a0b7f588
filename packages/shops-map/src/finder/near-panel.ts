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
import {findTowns} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {DetailsSettings} from '../details/details-settings.js';
import type {Origin} from '../state/filters.js';
import type {ShopsOwner} from '../state/shops-owner.js';

/** Towns of the list itself that are offered for a text. */
const MOST_TOWNS = 4;

/** Where distances are measured from: a town of the list, an address when the page has a geocoder, here. */
export class NearPanel {
  private readonly search: AddressSearch;
  private asked: DetailsSettings['geocoder'] = '';
  private geocoder: Geocoder | undefined;
  /** What the field was told of last. */
  private known: Origin | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: ShopsOwner,
  ) {
    this.search = new AddressSearch(host, () => ({
      geocoder: this.geocoder,
      local: text => this.townsFor(text),
      near: () => owner.shops.settings.center,
      canLocate: true,
      onChoose: choice => this.choose(choice),
      onFailure: ({message}) => warn(host.localName, message),
    }));
  }

  template({geocoder}: DetailsSettings): TemplateResult {
    this.use(geocoder);
    this.follow();
    const {messages} = this.owner.words();
    return html`${addressTemplate(this.search, messages, 'near-place')}
      <p class="meta">${messages.nearIntro} ${messages.positionStays}</p>`;
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
    const {origin} = this.owner.shops;
    if (origin === this.known) return;
    this.known = origin;
    this.search.restore(origin);
  }

  private townsFor(text: string): AddressSuggestion[] {
    const places = this.owner.shops.index?.places ?? [];
    return findTowns(places, text, MOST_TOWNS).map(({name, postalCode, geo, count}) => ({
      label: name,
      geo,
      kind: 'town',
      count,
      ...(postalCode && {detail: postalCode}),
    }));
  }

  private choose(choice: AddressChoice | undefined): void {
    const {messages} = this.owner.words();
    this.known = choice && {
      geo: choice.geo,
      label: choice.suggestion?.label ?? messages.myPosition,
      isPrivate: !choice.suggestion || choice.suggestion.kind === 'address',
    };
    this.owner.ask(shops => shops.setOrigin(this.known));
  }
}
