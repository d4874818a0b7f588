import type {WorkTown} from './work-town.js';

export const COUNTED = ['shops-map', 'event-calendar', 'collect-button', 'chat'] as const;

/** What a widget with fixed data does, by name as `shops-map: a category: renders`. */
export async function countWork(
  town: WorkTown,
  name: (typeof COUNTED)[number],
): Promise<Map<string, number>> {
  const page = await town.open();
  try {
    // the map listens to keys while it has the keyboard
    await page.emulateFocusedPage(true);
    const counts = await page.evaluate((name, hub) => window.count(name, hub), name, town.hub);
    return new Map(Object.entries(counts).map(([what, count]) => [`${name}: ${what}`, count]));
  } finally {
    await page.browserContext().close();
  }
}
