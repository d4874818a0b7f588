import {hole, templatesOf} from './syntax.js';
import type {Sources} from './sources.js';

/** Something that the sources do and the documentation has to name. */
export interface Use {
  readonly name: string;
  readonly file: string;
}

/** A name that is put together at run time, which no documentation can be checked against. */
export const unknownName = '?';

/** Slots in the templates; the default slot is the empty name. */
export function slotsIn(sources: Sources): Use[] {
  return inTemplates(sources, template =>
    [...template.matchAll(/<slot\b([^>]*)>/g)].map(([, attributes = '']) =>
      (attributeOf(attributes, 'name') ?? '').trim(),
    ),
  );
}

/** Shadow parts in the templates; one attribute may name several. */
export function partsIn(sources: Sources): Use[] {
  return inTemplates(sources, template =>
    [...template.matchAll(/<[a-z][^>]*>/gi)].flatMap(([tag]) =>
      (attributeOf(tag, 'part') ?? '').split(/\s+/).filter(Boolean),
    ),
  );
}

function attributeOf(text: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function inTemplates(sources: Sources, find: (template: string) => string[]): Use[] {
  return [...sources].flatMap(([file, text]) =>
    templatesOf(file, text, 'html').flatMap(template =>
      find(template).map(name => ({name: name.includes(hole) ? unknownName : name, file})),
    ),
  );
}
