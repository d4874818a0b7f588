/** The map's own line drawings, for `uiIcon`. */
export const PLUS = 'M12 5v14M5 12h14';
export const MINUS = 'M5 12h14';
export const TARGET = 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM12 2v4m0 12v4M2 12h4m12 0h4';
