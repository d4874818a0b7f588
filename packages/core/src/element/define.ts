import {warn} from '../log.js';

/** Which version of which element this page runs; shared by every copy of the SDK on the page. */
type Registry = Map<string, string>;

const REGISTRY = Symbol.for('local-widgets');

function registry(): Registry {
  const page = globalThis as unknown as Record<symbol, Registry | undefined>;
  return (page[REGISTRY] ??= new Map<string, string>());
}

/**
 * Registers an element once. Silent when the same version is already there, one warning when another
 * is (the first one stays: a tag cannot be redefined) or when the browser refuses the class. Never
 * throws, and does nothing where there is no browser.
 */
export function defineElement(
  tag: string,
  elementClass: CustomElementConstructor,
  version: string,
): void {
  if (typeof document === 'undefined') return;
  const versions = registry();
  if (customElements.get(tag)) {
    const present = versions.get(tag) ?? 'unknown';
    // a second entry remembers what was said, for copies of the SDK that come later
    const told = `${tag} ${version}`;
    if (present === version || versions.has(told)) return;
    versions.set(told, version);
    warn(tag, `version ${version} was loaded, but this page already runs version ${present}.`);
    return;
  }
  try {
    customElements.define(tag, elementClass);
    versions.set(tag, version);
  } catch (error) {
    warn(tag, 'cannot be defined.', error);
  }
}
