/**
 * Line drawings in a box of 24 × 24, by the `icon` of a category. One that is not drawn here borrows
 * its group's.
 */
export const glyphs: Readonly<Record<string, string | undefined>> = {
  wheat:
    'M12 21V8m0 4c-3 0-4-2-4-4 3 0 4 2 4 4zm0 0c3 0 4-2 4-4-3 0-4 2-4 4zm0 5c-3 0-4-2-4-4 3 0 4 2 4 4zm0 0c3 0 4-2 4-4-3 0-4 2-4 4zm0-9c-2-1.5-2-3.5 0-5 2 1.5 2 3.5 0 5z',
  basket: 'M4 10h16l-2 9H6zM8 10l3-6m5 6-3-6M9.5 13v3m5-3v3',
  fork: 'M8 3v18M5 3v5a3 3 0 0 0 6 0V3m6 18v-7h-2V6c0-2 1-3 2-3z',
  bag: 'M5 8h14l1 12H4zM9 8V7a3 3 0 0 1 6 0v1',
  hammer: 'M5 20l8.5-9.5M11 7l4-4 6 6-4 4z',
  key: 'M11.8 13.2 20 5m-3 3 2.5 2.5M9 11a4 4 0 1 0 0 8 4 4 0 1 0 0-8z',
  book: 'M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zm0 0v14',
  dot: 'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z',
};
