/**
 * A value as one writes it; nothing for what is not one. `String` may throw on objects out of JSON.
 */
export function wordOf(value: unknown): string {
  const isOne =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isOne ? String(value) : '';
}
