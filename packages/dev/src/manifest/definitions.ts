import ts from 'typescript';
import {nodesOf} from './syntax.js';
import type {Sources} from './sources.js';

export interface ElementDefinition {
  readonly tag: string;
  readonly className: string;
  readonly file: string;
}

/** Every `defineElement('tag', Class, …)`; the analyzer knows only `customElements.define`. */
export function definitionsIn(sources: Sources): ElementDefinition[] {
  return [...sources].flatMap(([file, text]) =>
    nodesOf(file, text).flatMap(node => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
      const [tag, elementClass] = node.arguments;
      if (node.expression.text !== 'defineElement' || !tag || !elementClass) return [];
      if (!ts.isStringLiteral(tag) || !ts.isIdentifier(elementClass)) return [];
      return [{tag: tag.text, className: elementClass.text, file}];
    }),
  );
}
