import {customPropertiesIn, type CustomPropertyUse} from './custom-properties.js';
import {definitionsIn, type ElementDefinition} from './definitions.js';
import {eventsIn, type EventUse} from './events.js';
import {partsIn, slotsIn, type Use} from './markup.js';
import {declarationsOf, type Declaration, type Manifest} from './schema.js';
import type {Sources} from './sources.js';

/** A class that stands behind a tag, and the source file it is in. */
export interface ElementFacts {
  readonly file: string;
  readonly declaration: Declaration;
}

/** What a package documents and what its sources do, side by side. */
export interface PackageFacts {
  readonly elements: readonly ElementFacts[];
  readonly definitions: readonly ElementDefinition[];
  readonly events: readonly EventUse[];
  readonly slots: readonly Use[];
  readonly parts: readonly Use[];
  readonly customProperties: readonly CustomPropertyUse[];
  /** Custom properties of the styles that every element starts from. */
  readonly tokens: readonly CustomPropertyUse[];
}

/** Reads the facts from the analyzer's manifest (paths of sources), the sources and those of core. */
export function factsOf(manifest: Manifest, sources: Sources, core: Sources): PackageFacts {
  return {
    elements: declarationsOf(manifest)
      .filter(({declaration}) => declaration.customElement && declaration.tagName !== undefined)
      .map(({path, declaration}) => ({file: path, declaration})),
    definitions: definitionsIn(sources),
    events: eventsIn(sources),
    slots: slotsIn(sources),
    parts: partsIn(sources),
    customProperties: customPropertiesIn(sources),
    tokens: customPropertiesIn(core),
  };
}
