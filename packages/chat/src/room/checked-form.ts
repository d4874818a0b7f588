import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';

/** What is wrong with which field, in the visitor's language. */
export type Errors = Partial<Record<string, (messages: Messages) => string>>;

/** The error of a field, tied to it by `aria-describedby`. */
export function errorOf(
  name: string,
  errors: Errors,
  messages: Messages,
): TemplateResult | typeof nothing {
  const error = errors[name]?.(messages);
  return error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing;
}

/** A box to tick, as an error may ask for it. */
export function tick(
  name: string,
  label: string,
  {
    isOn,
    change,
    errors,
    messages,
  }: {isOn: boolean; change: (isOn: boolean) => void; errors: Errors; messages: Messages},
): TemplateResult {
  const isWrong = errors[name] !== undefined;
  return html`<div>
    <label class="choice">
      <input
        type="checkbox"
        id=${name}
        aria-required="true"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${name}-error` : nothing}
        .checked=${isOn}
        @change=${({currentTarget}: Event) => change((currentTarget as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>
    ${errorOf(name, errors, messages)}
  </div>`;
}
