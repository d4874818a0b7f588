import {memberProblems, registrationProblems} from './element-rules.js';
import {eventProblems} from './event-rules.js';
import type {PackageFacts} from './facts.js';
import {bothWays} from './name-rules.js';

/**
 * What the JSDoc of a package's elements leaves out or invents, a sentence for each: which file,
 * which name, what to write. Empty when documentation and sources say the same.
 */
export function findProblems(facts: PackageFacts): string[] {
  const {elements, slots, parts, customProperties, tokens} = facts;
  const problems = [
    ...registrationProblems(facts),
    ...elements.flatMap(memberProblems),
    ...eventProblems(facts),
    ...bothWays(elements, {
      tag: '@slot',
      documented: ({slots = []}) => slots,
      used: slots,
      words: name => (name === '' ? 'the default slot' : `slot "${name}"`),
      write: name => `@slot ${name || '-'}${name ? ' -' : ''} What goes there.`,
    }),
    ...bothWays(elements, {
      tag: '@csspart',
      documented: ({cssParts = []}) => cssParts,
      used: parts,
      words: name => `part "${name}"`,
      write: name => `@csspart ${name} - What it is.`,
    }),
    ...bothWays(elements, {
      tag: '@cssproperty',
      documented: ({cssProperties = []}) => cssProperties,
      used: customProperties,
      usedByEach: tokens,
      words: name => `custom property ${name}`,
      write: name => `@cssproperty [${name}] - What it changes.`,
    }),
  ];
  return [...new Set(problems)];
}
