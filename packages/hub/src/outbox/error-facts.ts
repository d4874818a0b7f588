/** Lines of a stack that are kept. */
const PLACES = 8;

/** What a log may tell of an error: its kind and place. Its text may hold what a person sent. */
export function errorFacts(error: unknown): {name: string; code?: unknown; places: string[]} {
  if (!(error instanceof Error)) return {name: typeof error, places: []};
  const {name, stack = ''} = error;
  const {code} = error as {code?: unknown};
  const places = stack.split('\n').filter(line => line.startsWith('    at '));
  return {name, ...(code !== undefined && {code}), places: places.slice(0, PLACES)};
}
