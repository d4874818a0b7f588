/** A cell with so many decimals; a dash for what was not measured. */
export function rounded(value: number | undefined, decimals = 0): string | number {
  if (value === undefined || Number.isNaN(value)) return '–';
  return Number(value.toFixed(decimals));
}
