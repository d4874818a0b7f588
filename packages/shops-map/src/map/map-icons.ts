/** The map's own line drawings, for `uiIcon`. */
export const PLUS = 'M12 5v14M5 12h14';
export const MINUS = 'M5 12h14';
export const TARGET = 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM12 2v4m0 12v4M2 12h4m12 0h4';
export const EXPAND = 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5';
export const REDUCE = 'M9 4v5H4m16 0h-5V4m0 16v-5h5M4 15h5v5';
