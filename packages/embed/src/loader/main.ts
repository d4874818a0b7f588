/**
 * The script tag: looks which of our elements the page uses, now or later, and loads only those, each file
 * checked against its hash (docs/decisions/0016-script-tag.md).
 */
import {version} from './built.js';
import {upgradeForms} from './forms.js';
import {ownTag} from './own-tag.js';
import {keepRoom} from './room.js';
import {load, startWorker} from './scripts.js';
import {LONG, TAGS} from './widgets.js';

/** What the files of a release ask of their loader; also tells a second loader that there is one. */
const LOADER = Symbol.for('local-widgets.loader');
const page = globalThis as unknown as Record<symbol, {version: string} | undefined>;
const present = page[LOADER];

/** Widgets that were found; each is looked at once. */
const seen = new WeakSet<Element>();

/** Loads the long ones when they come near. */
const near = new IntersectionObserver(
  entries => {
    for (const {isIntersecting, target} of entries) if (isIntersecting) bring(target);
  },
  {rootMargin: '100%'},
);

function bring(element: Element): void {
  near.unobserve(element);
  const {localName} = element;
  // nothing is left of "iframe"
  load(localName.slice(6) || 'frames').catch((error: unknown) => {
    console.warn(`<${localName}> could not be loaded.`, error);
  });
}

function lookAt(): void {
  upgradeForms();
  for (const element of document.querySelectorAll(TAGS)) {
    if (seen.has(element)) continue;
    seen.add(element);
    for (const name of ['hub', 'lang']) {
      const value = ownTag?.dataset[name];
      if (value && !element.hasAttribute(name)) element.setAttribute(name, value);
    }
    if (element.matches(LONG)) near.observe(element);
    else bring(element);
  }
}

if (!present) {
  page[LOADER] = {version, load, startWorker} as {version: string};
  keepRoom();
  lookAt();
  new MutationObserver(lookAt).observe(document, {childList: true, subtree: true});
  if (/local-widget-doctor/.test(location.search)) void load('doctor');
} else if (present.version !== version) {
  console.warn(`local-widgets: ${present.version} runs here already, not ${version}.`);
}
