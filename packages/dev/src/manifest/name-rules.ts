import type {ElementFacts} from './facts.js';
import {unknownName, type Use} from './markup.js';
import type {Declaration, Described} from './schema.js';

export interface NameRule {
  /** The JSDoc tag that documents such a name. */
  tag: string;
  documented: (declaration: Declaration) => readonly Described[];
  /** Uses that at least one element of the package documents. */
  used: readonly Use[];
  /** Uses that every element documents, because all have them. */
  usedByEach?: readonly Use[];
  /** How to call one in a sentence. */
  words: (name: string) => string;
  /** The line that documents one. */
  write: (name: string) => string;
}

/** What is used is documented and described, and what is documented is used. */
export function bothWays(elements: readonly ElementFacts[], rule: NameRule): string[] {
  const {tag, documented, used, usedByEach = [], words, write} = rule;
  const problems: string[] = [];
  const isDocumented = (of: readonly ElementFacts[], name: string): boolean =>
    of.some(({declaration}) => documented(declaration).some(one => one.name === name));
  const miss = (file: string, name: string, where: string): void => {
    problems.push(`${file}: ${words(name)} is not documented; write "${write(name)}" in ${where}.`);
  };
  for (const {name, file} of used) {
    if (name === unknownName) {
      problems.push(
        `${file}: a name that ${tag} should document is put together at run time; ` +
          'write it in the template as plain text.',
      );
    } else if (!isDocumented(elements, name)) {
      miss(file, name, "the element's JSDoc");
    }
  }
  for (const element of elements) {
    const {file, declaration} = element;
    for (const {name} of usedByEach) {
      if (!isDocumented([element], name)) miss(file, name, `the JSDoc of ${declaration.name}`);
    }
    for (const {name, description} of documented(declaration)) {
      if (![...used, ...usedByEach].some(use => use.name === name)) {
        problems.push(
          `${file}: ${words(name)} is documented, but nothing in the sources uses it; ` +
            `use it or remove the ${tag}.`,
        );
      } else if (!description?.trim()) {
        problems.push(`${file}: ${words(name)} is not described; write "${write(name)}".`);
      }
    }
  }
  return problems;
}
