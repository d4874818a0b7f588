import ts from 'typescript';
import type {Sources} from '../manifest/sources.js';
import {nodesOf} from '../manifest/syntax.js';

/** One `@name text` of a JSDoc comment; its text keeps its lines. */
export interface Tag {
  readonly name: string;
  readonly text: string;
}

export interface ClassComments {
  readonly file: string;
  readonly tags: readonly Tag[];
  /** Of its properties, by name. */
  readonly properties: ReadonlyMap<string, readonly Tag[]>;
}

/** The tags of every class in the sources, by the name of the class. */
export function commentsIn(sources: Sources): ReadonlyMap<string, ClassComments> {
  const classes = new Map<string, ClassComments>();
  for (const [file, text] of sources) {
    for (const node of nodesOf(file, text)) {
      if (!ts.isClassDeclaration(node) || !node.name) continue;
      const properties = node.members
        .filter(member => ts.isPropertyDeclaration(member))
        .map(member => [member.name.getText(), tagsOf(member)] as const);
      classes.set(node.name.text, {file, tags: tagsOf(node), properties: new Map(properties)});
    }
  }
  return classes;
}

/** The tags of the JSDoc comment before something. */
export function tagsOf(node: ts.Node): Tag[] {
  return ts.getJSDocTags(node).map(({tagName, comment}) => ({
    name: tagName.text,
    text: (ts.getTextOfJSDocComment(comment) ?? '').trim(),
  }));
}

/** The texts of the tags of this name. */
export const textsOf = (tags: readonly Tag[], name: string): string[] =>
  tags.filter(tag => tag.name === name).map(({text}) => text);

/** A text without the line breaks of its comment. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
