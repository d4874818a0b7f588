import {kept, NARROW_SPACE} from './kept.js';

/** `1 234,5` in French, `1,234.5` in English. */
export function formatNumber(value: number, language: string, fractionDigits = 0): string {
  return kept(Intl.NumberFormat, language, {maximumFractionDigits: fractionDigits}).format(value);
}

/**
 * A distance as the crow flies, as precise as it is useful on foot: tens of metres below 1 km (10 m
 * at least), then one decimal below 10 km, then whole kilometres.
 */
export function formatDistance(meters: number, language: string): string {
  const tens = Math.max(Math.round(meters / 10), 1) * 10;
  const [value, unit, digits] =
    tens < 1000 ? [tens, 'm', 0] : [meters / 1000, 'km', meters < 9950 ? 1 : 0];
  return formatNumber(value, language, digits) + NARROW_SPACE + unit;
}
