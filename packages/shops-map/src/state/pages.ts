/** Rows in the page at once: few enough for an old phone, and for the budget of 50. */
export const PAGE_SIZE = 20;

/** Pages needed for so many rows; an empty list has one, empty. */
export function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / PAGE_SIZE));
}
