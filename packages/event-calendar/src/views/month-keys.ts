import {addMonths, weekOf} from '@local-widgets/model';

/** The day that a key leads to from another, in a grid of weeks; undefined for other keys. */
export function dayForKey(
  {key, shiftKey}: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  day: number,
  {weekStart, isRtl}: {weekStart: number; isRtl: boolean},
): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return isRtl ? day - 1 : day + 1;
    case 'ArrowLeft':
      return isRtl ? day + 1 : day - 1;
    case 'ArrowUp':
      return day - 7;
    case 'ArrowDown':
      return day + 7;
    case 'Home':
      return weekOf(day, weekStart);
    case 'End':
      return weekOf(day, weekStart) + 6;
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}
