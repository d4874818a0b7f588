import {html, type TemplateResult} from 'lit';

/** Drawings of lines in a box of 24 × 24. */
export const BELL = 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4';
export const BELL_OFF = 'M6 17V11a6 6 0 0 1 9.5-4.9M18 11v6M4.5 19H16M10 21h4M4 3l16 18';
export const PRINTER = 'M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z';
export const PHONE =
  'M5 4h4l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z';
export const MAIL = 'M3 6h18v12H3zM3 7l9 6 9-6';
export const PAUSE = 'M8 5v14M16 5v14';
export const PIN =
  'M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z';
export const CLOSE = 'M6 6l12 12M18 6L6 18';
export const CLOCK = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2';
export const LIST = 'M4 6h2M10 6h10M4 12h2M10 12h10M4 18h2M10 18h10';
export const BAG = 'M5 8h14l-1 12H6zM9 8V7a3 3 0 0 1 6 0v1';
export const TAG = 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01';
export const SHOP = 'M4 10l1.5-6h13L20 10M4 10v10h16V10M4 10h16M10 20v-6h4v6';
export const CHAT = 'M4 5h16v11H10l-4.5 4V16H4z';
export const MOON = 'M19 14.5A8 8 0 0 1 9.5 5 7.5 7.5 0 1 0 19 14.5z';
export const SEND = 'M4 12l16-8-5 16-4-6zM11 14l9-10';
export const PHOTO = 'M4 7h4l1.5-2h5L16 7h4v12H4zM12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z';
export const BOLT = 'M13 3L5 13h6l-1 8 8-10h-6z';
export const ARROW_BACK = 'M19 12H5M11 6l-6 6 6 6';
export const ARROW_DOWN = 'M12 5v14M6 13l6 6 6-6';
export const PEOPLE =
  'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 5.5a3 3 0 0 1 0 5.5M17 13.8a5.5 5.5 0 0 1 3.5 5.2';
export const PERSON = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20a7 7 0 0 1 14 0';
export const FLAG = 'M6 21V4h12l-2.5 4L18 12H6';
export const INFO = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01';
export const CHECK = 'M5 13l4.5 4.5L19 7';
export const CHECKS = 'M2.5 13l4 4L15 8M11 16l1 1 9.5-9';
export const DOWNLOAD = 'M12 4v11M7 11l5 5 5-5M5 20h14';
export const MORE = 'M5 12h.01M12 12h.01M19 12h.01';
export const LINKED =
  'M10 14l4-4M8.5 11L6 13.5a3.5 3.5 0 0 0 5 5l2.5-2.5M15.5 13l2.5-2.5a3.5 3.5 0 0 0-5-5L10.5 8';
export const CALENDAR = 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5';

/** Says nothing by itself: words stand beside it. */
export function icon(drawing: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${drawing}></path>
  </svg>`;
}
