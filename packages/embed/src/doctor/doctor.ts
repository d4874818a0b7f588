/**
 * `?local-widget-doctor` in a page's address: says in French and English what keeps the widgets of this page
 * from working. Loaded for nobody else; asks the addresses that the page names, and no other.
 */
import {WIDGETS} from './widget-names.js';
import {checkAttributes} from './checks/attributes.js';
import {checkFiles} from './checks/files.js';
import {checkFrames} from './checks/frames.js';
import {checkNetwork} from './checks/network.js';
import {checkPermissions} from './checks/permissions.js';
import {watchPolicy} from './checks/policy.js';
import {checkTags} from './checks/tags.js';
import {checkVersions} from './checks/versions.js';
import type {Check, Patient} from './finding.js';
import {Panel} from './panel.js';

/** In their order: files before attributes, which only elements that live can tell. */
const CHECKS: readonly Check[] = [
  checkTags,
  checkVersions,
  checkFiles,
  checkAttributes,
  checkNetwork,
  checkPermissions,
  checkFrames,
];

const loader = (globalThis as unknown as Record<symbol, Patient['loader']>)[
  Symbol.for('local-widgets.loader')
]!;

async function examine(): Promise<void> {
  const panel = new Panel(loader.version);
  watchPolicy({document, window}, finding => panel.add([finding]));
  const elements = [...document.querySelectorAll(`local-${WIDGETS.join(',local-')}`)];
  const patient: Patient = {document, window, loader, widgets: WIDGETS, elements};
  for (const check of CHECKS) panel.add(await check(patient));
  const names = [...new Set(elements.map(({localName}) => localName))].join(', ');
  panel.add([
    {
      kind: 'good',
      fr: `Examen terminé : ${elements.length} module(s) ${names}.`,
      en: `All looked at: ${elements.length} widget(s) ${names}.`,
    },
  ]);
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void examine());
} else {
  void examine();
}
