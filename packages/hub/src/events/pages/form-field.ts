import {html, type HtmlValue, type Markup} from '../../pages/html.js';

export interface FormField {
  /** Also its name in the form. */
  id: string;
  label: string;
  value: string;
  type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number';
  /** https://html.spec.whatwg.org/#autofill */
  autocomplete?: string;
  hint?: string;
  problem?: string | undefined;
  isRequired?: boolean;
  max?: number;
}

/** A field with its label, its hint and what is wrong with it, tied together for who does not see them. */
export function formField({
  id,
  label,
  value,
  type = 'text',
  autocomplete = 'off',
  hint,
  problem,
  isRequired = false,
  max,
}: FormField): Markup {
  const ids = [problem !== undefined && `${id}-problem`, hint !== undefined && `${id}-hint`];
  const described = ids.filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${hint !== undefined && html`<p class="soft" id="${id}-hint">${hint}</p>`}
    ${problem !== undefined && html`<p class="error" id="${id}-problem">${problem}</p>`}
    <input
      id="${id}"
      name="${id}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="254"
      ${isRequired && html`required`}
      ${type === 'number' && html`min="1" max="${max}"`}
      ${problem !== undefined && html`aria-invalid="true"`}
      ${described && html`aria-describedby="${described}"`}
    />
  </div>`;
}

/** Longer text. */
export function textArea({id, label, value}: Pick<FormField, 'id' | 'label' | 'value'>): Markup {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <textarea id="${id}" name="${id}" rows="6" maxlength="5000">${value}</textarea>
  </div>`;
}

/** A box to be ticked. */
export function checkBox({
  id,
  label,
  isChecked = false,
  problem,
}: Pick<FormField, 'id' | 'label' | 'problem'> & {isChecked?: boolean}): Markup {
  return html`<div class="field">
    ${problem !== undefined && html`<p class="error" id="${id}-problem">${problem}</p>`}
    <label class="check" for="${id}">
      <input
        id="${id}"
        name="${id}"
        type="checkbox"
        value="1"
        ${isChecked && html`checked`}
        ${problem !== undefined && html`aria-invalid="true" aria-describedby="${id}-problem"`}
      />
      <span>${label}</span>
    </label>
  </div>`;
}

/** All problems in one place above the form, each leading to its field. */
export function problemList(
  lead: string,
  problems: Readonly<Record<string, string | undefined>>,
): HtmlValue {
  const known = Object.entries(problems).filter(([, text]) => text !== undefined);
  if (known.length === 0) return false;
  return html`<div class="notice problem" role="alert">
    <p>${lead}</p>
    <ul>
      ${known.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}
    </ul>
  </div>`;
}
