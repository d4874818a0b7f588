/** Whether two lists of inputs are the same, one by one: then what was made of them still holds. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => Object.is(each, b[i]));
}
