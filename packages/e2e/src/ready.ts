import {until} from './frame.js';
import {all, one, rows} from './parts.js';

/** The list with its hours. */
export async function listed(shops: Element): Promise<void> {
  await until(() => rows(shops).length > 0, 'the list is there');
  await until(() => one(shops, '.row .opening .state'), 'opening hours are worked out');
}

/** Opens a panel of the bar and waits for what is in it. */
export async function openPanel(shops: Element, name: 'near' | 'filters' | 'share'): Promise<void> {
  const button = one(shops, `#open-${name}`);
  if (button?.getAttribute('aria-expanded') !== 'true') button?.click();
  const inside = '.tool-panel :is(input, select, button:not(.close))';
  await until(() => all(shops, inside).length > 0, `the panel ${name} is open`);
}

export async function closePanel(shops: Element): Promise<void> {
  one(shops, '.tool-panel .close')?.click();
  await until(() => !one(shops, '.tool-panel'), 'the panel is closed');
}

/** Waits for the file that answers questions: what is asked before has no answer yet. */
export async function searchable(shops: Element): Promise<void> {
  await openPanel(shops, 'filters');
  await closePanel(shops);
}
