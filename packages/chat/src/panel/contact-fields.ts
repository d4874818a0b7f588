import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../locales/index.js';
import type {Draft} from './draft.js';

const FIELDS = [
  ['name', 'text', 'name', 80],
  ['email', 'email', 'email', 254],
  ['telephone', 'tel', 'tel', 30],
] as const;

/**
 * How a visitor may be answered when nobody is there: a name if they like, one way to reach them.
 *
 * @param form id of the form that sends them
 */
export function contactFields(draft: Draft, {messages}: Words, form: string): TemplateResult {
  const {errors} = draft;
  const shared = errors.contact?.(messages);
  return html`<fieldset class="entries">
    <legend>${messages.howToAnswer}</legend>
    ${FIELDS.map(([name, type, autocomplete, maxLength]) => {
      const own = name === 'name' ? undefined : errors[name]?.(messages);
      const isWrong = Boolean(own ?? (name !== 'name' && shared));
      return html`<div class="entry">
        <label for=${name}
          >${messages[name]}${
            name === 'name' ? html` <span class="muted">(${messages.optional})</span>` : nothing
          }</label
        >
        <input
          class="field"
          form=${form}
          id=${name}
          type=${type}
          autocomplete=${autocomplete}
          maxlength=${maxLength}
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? (own ? `${name}-error` : 'contact-error') : nothing}
          .value=${draft[name]}
          @input=${({currentTarget}: Event) => {
            draft[name] = (currentTarget as HTMLInputElement).value;
          }}
        />
        ${own ? html`<p class="error" id="${name}-error">${own}</p>` : nothing}
      </div>`;
    })}
    ${shared ? html`<p class="error" id="contact-error">${shared}</p>` : nothing}
  </fieldset>`;
}
