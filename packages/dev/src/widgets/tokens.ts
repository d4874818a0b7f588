import {categories, ENGLISH_CATEGORIES} from '@local-widgets/model';
import ts from 'typescript';
import type {Sources} from '../manifest/sources.js';
import {nodesOf} from '../manifest/syntax.js';
import {tagsOf, textsOf} from './comments.js';
import type {WidgetCustomProperty, Words} from './types.js';
import {readWords, type Tell} from './words.js';

export type Token = Pick<WidgetCustomProperty, 'type' | 'label'>;

/** Colours of groups of categories, which have names already. */
const OF_GROUPS = categories
  .filter(({color}) => color !== undefined)
  .map(({id, label}): [string, Token] => {
    const words: Words = {fr: `Couleur\u00a0: ${label}`, en: `Colour: ${ENGLISH_CATEGORIES[id]}`};
    return [`--local-color-${id}`, {type: 'color', label: words}];
  });

/** What a webmaster calls each custom property: `@token --local-radius length - Français | English`. */
export function tokensIn(
  sources: Sources,
  tell: (file: string) => Tell,
): ReadonlyMap<string, Token> {
  const tokens = new Map(OF_GROUPS);
  for (const [file, text] of sources) {
    for (const node of nodesOf(file, text).filter(one => ts.isVariableStatement(one))) {
      for (const line of textsOf(tagsOf(node), 'token')) {
        const [, name = '', type, words] =
          /^(--[\w-]+) (color|length)\s+-\s+(.*)$/s.exec(line) ?? [];
        if (type !== 'color' && type !== 'length') {
          tell(file)(
            `"@token ${line}" cannot be read`,
            '"@token --local-… color - Français | English"',
          );
        } else {
          const tag = `@token ${name} ${type} -`;
          tokens.set(name, {type, label: readWords(words, name, tag, tell(file))});
        }
      }
    }
  }
  return tokens;
}
