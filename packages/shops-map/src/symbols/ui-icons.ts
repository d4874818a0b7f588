import {html, type TemplateResult} from 'lit';

/** A line drawing in a box of 24 × 24, as those in more-icons.ts. */
export const PHONE =
  'M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z';

/** A small drawing beside words that say the same; alone it needs an `aria-label` around it. */
export function uiIcon(drawing: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${drawing}></path>
  </svg>`;
}
