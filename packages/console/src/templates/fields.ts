import {html, nothing, type TemplateResult} from 'lit';

export interface FieldData {
  readonly name: string;
  readonly label: string;
  /** What stands in it at first; what a person typed stays through renderings. */
  readonly value?: string | number | undefined;
  readonly hint?: string;
  /** What is wrong with it, said by the field. */
  readonly error?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'search';
  readonly inputmode?: 'numeric' | 'decimal';
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** Characters. */
  readonly most?: number;
  readonly disabled?: boolean;
}

/** A field with its label above, its hint and its error tied to it. */
export function textField(data: FieldData): TemplateResult {
  const {name, value = '', type = 'text', inputmode, autocomplete = 'off', most} = data;
  return labelled(
    data,
    html`<input
      class="field"
      id=${name}
      name=${name}
      type=${type}
      inputmode=${inputmode ?? nothing}
      autocomplete=${autocomplete}
      maxlength=${most ?? nothing}
      aria-invalid=${data.error ? 'true' : 'false'}
      aria-describedby=${described(data)}
      aria-required=${data.required ? 'true' : 'false'}
      ?readonly=${data.disabled}
      .value=${String(value)}
    />`,
  );
}

/** The same for text of several lines. */
export function textArea(data: FieldData, rows = 3): TemplateResult {
  const {name, value = '', most} = data;
  return labelled(
    data,
    html`<textarea
      class="field"
      id=${name}
      name=${name}
      rows=${rows}
      maxlength=${most ?? nothing}
      aria-invalid=${data.error ? 'true' : 'false'}
      aria-describedby=${described(data)}
      .value=${String(value)}
    ></textarea>`,
  );
}

/** A choice of one. */
export function selectField(
  data: FieldData,
  options: readonly (readonly [value: string, label: string])[],
): TemplateResult {
  const {name, value = ''} = data;
  return labelled(
    data,
    html`<select class="field" id=${name} name=${name} aria-describedby=${described(data)}>
      ${options.map(
        ([key, label]) =>
          html`<option .value=${key} ?selected=${key === String(value)}>${label}</option>`,
      )}
    </select>`,
  );
}

/** A box to tick, with its label beside. */
export function checkbox(
  name: string,
  label: string,
  checked: boolean,
  {value = 'on', hint}: {value?: string; hint?: string} = {},
): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" name=${name} .value=${value} ?checked=${checked} />
    <span>${label}${hint ? html`<small class="hint">${hint}</small>` : nothing}</span>
  </label>`;
}

/** Several boxes below one legend. */
export function checkboxes(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, label: string])[],
  checked: readonly string[],
  {hint, error}: {hint?: string | undefined; error?: string | undefined} = {},
): TemplateResult {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<fieldset class="choices" aria-describedby=${described || nothing}>
    <legend>${legend}</legend>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <div>
      ${options.map(([value, label]) => checkbox(name, label, checked.includes(value), {value}))}
    </div>
    ${error ? html`<p class="problem" id="${name}-error">${error}</p>` : nothing}
  </fieldset>`;
}

/** A field in a row of a list, whose label is heard and not seen. */
export function cellField(data: FieldData, commit: (value: string) => void): TemplateResult {
  const {name, label, value = '', inputmode, error} = data;
  const change = (event: Event): void => commit((event.target as HTMLInputElement).value);
  return html`<input
    class="field cell"
    id=${name}
    aria-label=${label}
    inputmode=${inputmode ?? nothing}
    autocomplete="off"
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${error ? `${name}-error` : nothing}
    .value=${String(value)}
    @change=${change}
  />`;
}

function labelled(data: FieldData, control: TemplateResult): TemplateResult {
  const {name, label, hint, error} = data;
  return html`<div class="labelled">
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing} ${control}
    ${error ? html`<p class="problem" id="${name}-error">${error}</p>` : nothing}
  </div>`;
}

function described({name, hint, error}: FieldData): string | typeof nothing {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing;
}
