import {html, type TemplateResult} from 'lit';

/** A part of a form that is folded until it is wanted, or until something in it is wrong. */
export function formFold(
  {name, title, isOpen}: {name: string; title: string; isOpen: boolean},
  content: unknown,
): TemplateResult {
  return html`<details class="fold" id="fold-event-${name}" ?open=${isOpen}>
    <summary><h4>${title}</h4></summary>
    <div class="form">${content}</div>
  </details>`;
}
