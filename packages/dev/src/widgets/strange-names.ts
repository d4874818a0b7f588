import {textsOf, type Tag} from './comments.js';
import type {Widget} from './types.js';
import type {Tell} from './words.js';

/** Tags of a class: ours, then those of the manifest. */
const KNOWN = new Set([
  ...['label', 'help', 'category', 'keywords', 'icon', 'height', 'fallback', 'needs', 'privacy'],
  ...['origin', 'storage', 'permission', 'trusted'],
  ...['summary', 'tag', 'slot', 'event', 'csspart', 'cssproperty', 'example'],
]);

/** Tells of tags that nobody reads, and of attributes that are named, but do not exist. */
export function tellStrangeNames(
  {attributes, needs, origins}: Pick<Widget, 'attributes' | 'needs' | 'origins'>,
  tags: readonly Tag[],
  tell: Tell,
): void {
  for (const {name} of tags) {
    if (!KNOWN.has(name)) tell(`nobody knows the tag @${name}`, 'another one, or none,');
  }
  const names = new Set(attributes.map(({name}) => name));
  const look = (where: string, name: string | undefined): void => {
    if (name === undefined || names.has(name)) return;
    tell(`${where} names the attribute "${name}", which does not exist`, 'another name');
  };
  for (const name of needs.flat()) look('@needs', name);
  for (const {attribute} of origins) look('an @origin', attribute);
  for (const one of attributes) look(`@with of "${one.name}"`, one.with);
  if (textsOf(tags, 'label').length > 1) tell('there is more than one @label', 'one');
}
