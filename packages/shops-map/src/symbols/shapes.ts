import type {CategoryShape} from '@local-widgets/model';

/** Outlines of the groups in a box of 32 × 32: they differ without colour, and in forced colours. */
export const shapes: Readonly<Record<CategoryShape, string>> = {
  circle: 'M16 3a13 13 0 1 1 0 26 13 13 0 1 1 0-26z',
  square: 'M6 4h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
  diamond: 'M16 1 31 16 16 31 1 16z',
  hexagon: 'M16 2 28.5 9v14L16 30 3.5 23V9z',
  triangle: 'M16 1.5 31 29H1z',
  drop: 'M16 31C9 23 5 18.5 5 13a11 11 0 0 1 22 0c0 5.5-4 10-11 18z',
  star: 'M16 1l4.4 4.4h6.2v6.2L31 16l-4.4 4.4v6.2h-6.2L16 31l-4.4-4.4H5.4v-6.2L1 16l4.4-4.4V5.4h6.2z',
  pentagon: 'M16 2 30 12.2 24.7 28.7H7.3L2 12.2z',
};
