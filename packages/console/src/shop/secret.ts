import {html, nothing, type TemplateResult} from 'lit';

/** Something that is told once: in a field, so that it is easily copied. */
export function secretTemplate(
  secret: string | undefined,
  words: string,
): TemplateResult | typeof nothing {
  if (!secret) return nothing;
  const select = ({target}: Event): void => (target as HTMLInputElement).select();
  return html`<div class="secret" role="status">
    <label>
      <span>${words}</span>
      <input class="field" readonly .value=${secret} @focus=${select} />
    </label>
  </div>`;
}
