import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from './checkout.js';
import type {ErrorPlace, TextField} from './form.js';
import type {Words} from './words.js';

export interface FieldData {
  readonly name: TextField;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'tel';
  /** A token of HTML's `autocomplete`. */
  readonly autocomplete: AutoFill;
  readonly maxLength: number;
  readonly isOptional?: boolean;
  /** It, or another field: neither required nor optional by itself. */
  readonly isOneOf?: boolean;
  readonly isLong?: boolean;
}

/** A labelled field; what is wrong with it stands below it and is tied to it (RGAA 11.10). */
export function textField(data: FieldData, checkout: Checkout, {messages}: Words): TemplateResult {
  const {
    name,
    label,
    hint,
    type = 'text',
    autocomplete,
    maxLength,
    isOptional,
    isOneOf,
    isLong,
  } = data;
  const error = checkout.errors[name]?.(messages);
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const write = ({currentTarget}: Event): void => {
    checkout.fill({[name]: (currentTarget as HTMLInputElement).value});
  };
  return html`<div class="entry">
    <label for=${name}>
      ${label}${isOptional ? html` <span class="muted">(${messages.optional})</span>` : nothing}
    </label>
    ${hint ? html`<p class="muted small" id="${name}-hint">${hint}</p>` : nothing}
    ${
      isLong
        ? html`<textarea
            class="field"
            id=${name}
            rows="2"
            maxlength=${maxLength}
            autocomplete=${autocomplete}
            aria-describedby=${describedBy || nothing}
            .value=${checkout.form[name]}
            @input=${write}
          ></textarea>`
        : html`<input
            class="field"
            id=${name}
            type=${type}
            maxlength=${maxLength}
            autocomplete=${autocomplete}
            aria-required=${isOptional || isOneOf ? nothing : 'true'}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${describedBy || nothing}
            .value=${checkout.form[name]}
            @input=${write}
          />`
    }
    ${errorLine(name, error)}
  </div>`;
}

export function errorLine(
  name: ErrorPlace,
  error: string | undefined,
): TemplateResult | typeof nothing {
  return error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing;
}
