import {html, type Markup} from './html.js';

export interface FieldParts {
  id: string;
  label: string;
  value: string;
  autocomplete: string;
  type?: 'text' | 'email';
  problem?: string | undefined;
}

/** A required text field with its label, and its problem where there is one. */
export function field({
  id,
  label,
  value,
  autocomplete,
  type = 'text',
  problem,
}: FieldParts): Markup {
  const wrong = problem !== undefined;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${wrong && html`<p class="error" id="${id}-problem">${problem}</p>`}
    <input
      id="${id}"
      name="${id}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="254"
      required
      ${wrong && html`aria-invalid="true" aria-describedby="${id}-problem"`}
    />
  </div>`;
}
