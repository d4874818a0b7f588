import type {LitElement, ReactiveController} from 'lit';
import {
  AROUND_ME,
  type AddressChoice,
  type AddressOption,
  type AddressPhase,
  type AddressSearchOptions,
} from './address-options.js';
import type {AddressSuggestion, GeocoderError, GeocoderErrorCode} from './geocoder.js';
import {keepActiveInView} from './keep-in-view.js';
import {canLocate, locate, type LocateError, type LocateErrorCode} from './locate.js';
import {mergeSuggestions} from './merge-suggestions.js';
import {isSearchable, PatientSearch} from './patient-search.js';

/**
 * What an address search knows and does, for a combobox to show (`addressTemplate`). Nothing is sent
 * before somebody types, and the device is asked only when "around me" is chosen.
 */
export class AddressSearch implements ReactiveController {
  phase: AddressPhase = 'idle';
  /** Why the last search or the device failed. */
  problem: GeocoderErrorCode | LocateErrorCode | undefined;
  suggestions: readonly AddressSuggestion[] = [];
  /** Index of the option that Enter takes; -1 for none. */
  active = -1;
  isOpen = false;
  /** What the search is set to, also while other words are being typed. */
  chosen: AddressOption | undefined;
  /** The words being typed; `undefined` while the field shows the choice. */
  text: string | undefined;

  private patient: PatientSearch | undefined;
  private locating: AbortController | undefined;
  /** Enter came before the answer: the first suggestion is taken. */
  private isAwaited = false;

  constructor(
    private readonly host: LitElement,
    private readonly read: () => AddressSearchOptions,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.active >= 0) keepActiveInView(this.host.renderRoot);
  }

  hostDisconnected(): void {
    this.stop();
    this.close();
  }

  /** Who receives what is typed; absent when nobody does. */
  get provider(): string | undefined {
    return this.read().geocoder?.name;
  }

  /** "Around me" comes first, but after what typed words mean. */
  get options(): readonly AddressOption[] {
    const settings = this.read();
    if (!settings.canLocate || !(settings.geolocation ?? canLocate())) return this.suggestions;
    return this.words ? [...this.suggestions, AROUND_ME] : [AROUND_ME, ...this.suggestions];
  }

  /** Whether the text would be sent if it were longer. */
  get isTooShort(): boolean {
    return this.provider !== undefined && !isSearchable(this.words);
  }

  /** What the visitor wrote in the field by now. */
  type(text: string): void {
    this.text = text;
    if (!text) this.settle(undefined);
    this.open();
  }

  /** Opens the list for the words in the field; it ends what went on before. */
  open(): void {
    const {words} = this;
    this.stop();
    this.active = -1;
    this.isOpen = true;
    this.suggestions = (words && this.read().local?.(words)) || [];
    this.show(words ? 'ready' : 'idle');
    if (isSearchable(words)) void this.search(words);
  }

  /** Closes the list; what was typed over a choice is forgotten. */
  close(): void {
    this.isOpen = false;
    this.active = -1;
    if (!this.isAwaited) {
      this.patient?.cancel();
      if (this.chosen) this.text = undefined;
      if (this.phase === 'searching' || this.phase === 'busy') this.phase = 'idle';
    }
    this.host.requestUpdate();
  }

  choose(option: AddressOption): void {
    this.stop();
    this.close();
    if (option === AROUND_ME) void this.locate();
    else this.settle(option, {geo: option.geo, suggestion: option});
  }

  /** Empties the field and takes the choice back. */
  clear(): void {
    this.stop();
    this.close();
    this.settle(undefined);
  }

  /** Shows a choice that came another way, such as a link, without telling it back. */
  restore(chosen: AddressOption | undefined): void {
    this.stop();
    this.chosen = chosen;
    this.text = undefined;
    this.close();
  }

  /** Goes through the options in a circle; 0 goes back to the text. */
  move(step: 1 | 0 | -1): void {
    const {length} = this.options;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.active = length && step ? (from + step + length) % length : -1;
    this.host.requestUpdate();
  }

  /** Takes the active option, or else the first suggestion, as soon as it arrives. */
  take(): void {
    const option = this.options[this.active] ?? this.suggestions[0];
    if (option) this.choose(option);
    else this.isAwaited = this.phase === 'searching' || this.phase === 'busy';
  }

  /** What the list is about: nothing while the field shows a choice. */
  private get words(): string {
    return this.text?.trim() ?? '';
  }

  private async search(words: string): Promise<void> {
    const {geocoder, near, sleep, onFailure} = this.read();
    if (!geocoder) return;
    if (this.patient?.geocoder !== geocoder) {
      const onHold = (isHeld: boolean): void => this.show(isHeld ? 'busy' : 'searching');
      this.patient = new PatientSearch(geocoder, {onHold, ...(sleep && {sleep})});
    }
    this.show('searching');
    try {
      const found = await this.patient.find(words, near?.());
      if (!found) return;
      const current = this.options[this.active];
      this.suggestions = mergeSuggestions(this.suggestions, found);
      this.active = current ? this.options.indexOf(current) : -1;
      this.show('ready');
    } catch (error) {
      this.fail(error as GeocoderError);
      onFailure?.(error as GeocoderError);
    }
    const [first] = this.suggestions;
    if (this.isAwaited && first) this.choose(first);
    this.isAwaited = false;
  }

  private async locate(): Promise<void> {
    const {geolocation} = this.read();
    const {signal} = (this.locating = new AbortController());
    this.show('locating');
    try {
      const geo = await locate({signal, ...(geolocation && {geolocation})});
      this.settle(AROUND_ME, {geo});
    } catch (error) {
      if (!signal.aborted) this.fail(error as LocateError);
    }
  }

  /** Sets the search to something, or to nothing, and tells the element when that is news. */
  private settle(chosen: AddressOption | undefined, choice?: AddressChoice): void {
    const isNews = chosen ?? this.chosen;
    this.chosen = chosen;
    this.text = undefined;
    this.show('idle');
    if (isNews) this.read().onChoose(choice);
  }

  private fail({code}: GeocoderError | LocateError): void {
    this.problem = code;
    this.show('failed');
  }

  /** Ends all that goes on, and forgets what went wrong. */
  private stop(): void {
    this.isAwaited = false;
    this.problem = undefined;
    this.phase = 'idle';
    this.patient?.cancel();
    this.locating?.abort();
  }

  private show(phase: AddressPhase): void {
    this.phase = phase;
    this.host.requestUpdate();
  }
}
