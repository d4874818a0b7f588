import {html, nothing, type TemplateResult} from 'lit';
import {AROUND_ME, type AddressOption} from './address-options.js';
import type {AddressSearch} from './address-search.js';
import {pressKey} from './combobox-keys.js';
import type {AddressMessages} from './messages.js';

/** In a box of 24 × 24. */
const PIN =
  'M12 21s-7-6.5-7-11a7 7 0 0 1 14 0c0 4.5-7 11-7 11zm0-13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z';
const AROUND = 'M12 6a6 6 0 1 0 0 12 6 6 0 1 0 0-12zM12 2v4M12 18v4M2 12h4M18 12h4';
const CROSS = 'M6 6l12 12M18 6 6 18';

/**
 * An editable combobox with a list of suggestions (ARIA 1.2; APG, "Combobox With List Autocomplete").
 * It needs `addressStyles`, and `controls` and `hostStyles` of this package.
 *
 * @param id of the field; what belongs to it is called `id-…`. Unique in its shadow root.
 */
export function addressTemplate(
  search: AddressSearch,
  messages: AddressMessages,
  id = 'address',
): TemplateResult {
  const {options, isOpen, active, provider} = search;
  const isExpanded = isOpen && options.length > 0;
  const value = valueOf(search, messages);
  return html`<div class="address">
    <label class="visually-hidden" for=${id}>${messages.address}</label>
    ${icon(PIN)}
    <input
      id=${id}
      class="field"
      type="text"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${isExpanded}
      aria-controls="${id}-list"
      aria-activedescendant=${active < 0 ? nothing : `${id}-${active}`}
      aria-describedby=${provider ? `${id}-provider` : nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="200"
      placeholder=${messages.addressHint}
      .value=${value}
      @input=${(event: Event) => search.type(fieldOf(event).value)}
      @keydown=${(event: KeyboardEvent) => press(search, event)}
      @focus=${(event: Event) => search.text ?? fieldOf(event).select()}
      @click=${() => isOpen || search.open()}
      @blur=${() => search.close()}
    />
    ${value ? clearTemplate(search, messages) : nothing}
    <div class=${isOpen ? 'address-panel open' : 'address-panel'} @mousedown=${keepFocus}>
      <ul
        id="${id}-list"
        role="listbox"
        aria-label=${messages.addressSuggestions}
        ?hidden=${!isExpanded}
      >
        ${options.map(
          (option, index) =>
            html`<li
              id="${id}-${index}"
              role="option"
              aria-selected=${index === active}
              @click=${() => search.choose(option)}
            >
              ${optionTemplate(option, messages)}
            </li>`,
        )}
      </ul>
      <p role="status">${statusOf(search, messages)}</p>
      <p id="${id}-provider" ?hidden=${!isOpen || !provider}>
        ${provider && messages.addressProvider(provider)}
      </p>
    </div>
  </div>`;
}

function optionTemplate(option: AddressOption, messages: AddressMessages): TemplateResult {
  if (option === AROUND_ME) return html`${icon(AROUND)} <span>${messages.aroundMe}</span>`;
  const {label, detail, count} = option;
  return html`<span>${label}</span> ${detail ? html`<small>${detail}</small>` : nothing}
    ${count ? html`<small>${messages.addressCount(count)}</small>` : nothing}`;
}

/** Takes everything back, and leaves the keyboard in the field. */
function clearTemplate(search: AddressSearch, messages: AddressMessages): TemplateResult {
  const clear = (event: Event): void => {
    search.clear();
    (event.currentTarget as Element).parentElement?.querySelector('input')?.focus();
  };
  return html`<button type="button" aria-label=${messages.addressClear} @click=${clear}>
    ${icon(CROSS)}
  </button>`;
}

function icon(drawing: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${drawing}></path></svg>`;
}

/** What stands in the field. */
function valueOf({text, chosen}: AddressSearch, {aroundMe}: AddressMessages): string {
  return text ?? (chosen === AROUND_ME ? aroundMe : (chosen?.label ?? ''));
}

/** How many suggestions there are, or why there are none. */
function statusOf(search: AddressSearch, messages: AddressMessages): string {
  const {phase, problem, isOpen, isTooShort, suggestions} = search;
  if (problem) return messages.addressProblems[problem];
  if (phase === 'locating') return messages.locating;
  if (phase === 'busy') return messages.addressHeld;
  if (phase === 'searching') return messages.addressSearching;
  if (!isOpen || phase === 'idle') return '';
  if (suggestions.length > 0) return messages.addressFound(suggestions.length);
  return isTooShort ? messages.addressMore : messages.addressNone;
}

function press(search: AddressSearch, event: KeyboardEvent): void {
  const {isComposing, ctrlKey, metaKey} = event;
  // keys of an input method, and shortcuts of the browser
  if (isComposing || ctrlKey || metaKey || !pressKey(search, event)) return;
  event.preventDefault();
  // Escape closes the list alone, not a dialog around it
  event.stopPropagation();
}

function fieldOf(event: Event): HTMLInputElement {
  return event.currentTarget as HTMLInputElement;
}

/** A press on the list leaves the keyboard in the field; it would close the list before the click. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
