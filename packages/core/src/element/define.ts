import {warn} from '../log.js';

/** Which version of which element this page runs; shared by every copy of the SDK on the page. */
type Registry = Map<string, string>;

const REGISTRY = Symbol.for('local-widgets');

function registry(): Registry {
  const page = globalThis as unknown as Record<symbol, Registry | undefined>;
  return (page[REGISTRY] ??= new Map());
}

/**
 * Registers an element once. Silent when the same version is already there, one warning when another
 * is (the first one stays: a tag cannot be redefined). Never throws, and does nothing where there is
 * no browser.
 */
export function defineElement(
  tag: string,
  elementClass: CustomElementConstructor,
  version: string,
): void {
  if (typeof customElements === 'undefined') return;
  const versions = registry();
  if (!customElements.get(tag)) {
    customElements.define(tag, elementClass);
    versions.set(tag, version);
    return;
  }
  const present = versions.get(tag) ?? 'unknown';
  if (present !== version) {
    warn(tag, `version ${version} was loaded, but this page already runs version ${present}.`);
  }
}
