/** Rows in the page at once: few enough for an old phone, and for the budget of 50. */
export const PAGE_SIZE = 20;

export function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / PAGE_SIZE));
}

/** The rows of a page, counted from 0; a page that no longer exists gives the last one. */
export function rowsOfPage<T>(rows: readonly T[], page: number): readonly T[] {
  const at = Math.min(page, pageCount(rows.length) - 1) * PAGE_SIZE;
  return rows.slice(at, at + PAGE_SIZE);
}
