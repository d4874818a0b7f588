import type {LeftBehind} from './left-behind.js';

/** Bytes of heap by which a round may grow: what the engine learns of our code takes room as well. */
export const HEAP_A_ROUND = 1_500;

/** A line for each number that was one thing and is another, as `nodes: 12, then 14`. */
export function drift(before: LeftBehind, after: LeftBehind): string[] {
  // no two looks find the same heap
  const [then, now] = [flat({...before, heap: 0}), flat({...after, heap: 0})];
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter(name => then.get(name) !== now.get(name))
    .map(name => `${name}: ${then.get(name) ?? 0}, then ${now.get(name) ?? 0}`);
}

/** The same of what may not be there at all once the elements are gone; what was loaded stays. */
export function heldIn(blank: LeftBehind, after: LeftBehind): string[] {
  const {documents, nodes, listeners} = after;
  return drift({...blank, documents, nodes, listeners}, after);
}

/** Each number by its path, zeros left out. */
function flat(of: object, path = ''): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [key, value] of Object.entries(of) as [string, number | object][]) {
    const name = path === '' ? key : `${path} ${key}`;
    if (typeof value === 'object') for (const [k, v] of flat(value, name)) numbers.set(k, v);
    else if (value !== 0) numbers.set(name, value);
  }
  return numbers;
}
