import {html, type TemplateResult} from 'lit';

/** Line drawings in a box of 24 × 24, one constant each so that every chunk carries only its own. */
export const PHONE =
  'M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z';
export const MAIL = 'M3 6h18v12H3zm0 1 9 6 9-6';
export const SITE =
  'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z';
export const ROUTE =
  'M12 21s-7-6.5-7-11a7 7 0 0 1 14 0c0 4.5-7 11-7 11zm0-13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z';
export const BACK = 'M10 5l-7 7 7 7M3 12h18';
export const SEARCH = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13zM15.5 15.5 21 21';

/** A small drawing beside words that say the same; alone it needs an `aria-label` around it. */
export function uiIcon(drawing: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${drawing}></path>
  </svg>`;
}
