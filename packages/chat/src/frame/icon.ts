import {html, type TemplateResult} from 'lit';

/** A drawing of lines on 24 × 24, which says nothing: what it stands for is said beside it. */
export function icon(path: string, kind = ''): TemplateResult {
  return html`<svg class=${kind} viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;
}
