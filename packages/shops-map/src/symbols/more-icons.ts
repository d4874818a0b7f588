/** Line drawings in a box of 24 × 24 that nothing needs before the details. */
export const MAIL = 'M3 6h18v12H3zm0 1 9 6 9-6';
export const SITE =
  'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z';
export const ROUTE =
  'M12 21s-7-6.5-7-11a7 7 0 0 1 14 0c0 4.5-7 11-7 11zm0-13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z';
export const BACK = 'M10 5l-7 7 7 7M3 12h18';
export const SEARCH = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13zM15.5 15.5 21 21';
export const CLOSE = 'M6 6l12 12M18 6 6 18';
export const FUNNEL = 'M4 6h16M7 12h10M10 18h4';
export const SHARE = 'M12 15V3M7.5 7.5 12 3l4.5 4.5M5 12v8h14v-8';
