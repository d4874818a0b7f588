/** Drawings by the `icon` of a category: one SVG path each, in a box of 24 × 24. */
export type Glyphs = Readonly<Record<string, string | undefined>>;

/**
 * The drawings of the groups, which come with the list; a category without its own borrows its
 * group's. Strokes of 2 within 3…21; an arc that ends .1 beside its start is a circle.
 */
export const groupGlyphs: Glyphs = {
  wheat: 'M12 21V3M7 4l5 4.5L17 4M7 8.5 12 13l5-4.5M7 13l5 4.5 5-4.5',
  basket: 'M3 10h18l-2.5 10h-13zm4 0 4-6h2l4 6m-8.5 3.5v3m3.5-3v3m3.5-3v3',
  fork: 'M5 3v4.5c0 4 6 4 6 0V3M8 3v18M19 21V3c-3 1.5-4 5-4 10h4',
  bag: 'M5 8h14l1 13H4zm3.5 3V7a3.5 3.5 0 0 1 7 0v4',
  hammer: 'M12.5 3.5l8 8-4 4-8-8zm0 8L4 20',
  key: 'M11 13a4.2 4.2 0 1 0 0 6 4.2 4.2 0 0 0 0-6l9-9 1.5 1.5M16 8l3 3',
  book: 'M12 6.5c-2-1.5-5-2.5-9-2.5v14c4 0 7 1 9 2.5 2-1.5 5-2.5 9-2.5V4c-4 0-7 1-9 2.5zv14',
  dot: 'M12 8a4 4 0 1 0 .1 0z',
};
