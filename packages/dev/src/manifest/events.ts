import ts from 'typescript';
import type {Sources} from './sources.js';
import {nodesOf} from './syntax.js';

/** A field of an event's `detail`. */
export interface DetailField {
  readonly name: string;
  /** As the source writes it. */
  readonly type: string;
  readonly description: string;
}

export interface EventUse {
  /** Type string of the event; undefined when it is not written as a plain string. */
  readonly type: string | undefined;
  /** Undefined for a bare `new CustomEvent`. */
  readonly className: string | undefined;
  readonly file: string;
  readonly detail: readonly DetailField[];
}

/** Every `extends CustomEvent` and every `new CustomEvent` in the sources. */
export function eventsIn(sources: Sources): EventUse[] {
  return [...sources].flatMap(([file, text]) => {
    const nodes = nodesOf(file, text);
    return nodes.flatMap((node): EventUse[] => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'CustomEvent') {
        return [{type: stringOf(node.arguments?.[0]), className: undefined, file, detail: []}];
      }
      const base = ts.isClassDeclaration(node) ? baseOf(node) : undefined;
      if (!ts.isClassDeclaration(node) || base?.expression.getText() !== 'CustomEvent') return [];
      const detail = base.typeArguments?.[0]?.getText();
      return [
        {type: typeOf(node), className: node.name?.text, file, detail: fields(nodes, detail)},
      ];
    });
  });
}

function baseOf(node: ts.ClassDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return node.heritageClauses?.find(({token}) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

/** The first argument of the call of `super`. */
function typeOf(node: ts.ClassDeclaration): string | undefined {
  let type: string | undefined;
  const visit = (child: ts.Node): void => {
    if (ts.isCallExpression(child) && child.expression.kind === ts.SyntaxKind.SuperKeyword) {
      type = stringOf(child.arguments[0]);
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return type;
}

function stringOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** The members of the interface `name` and of those it extends, when they are declared in the same file. */
function fields(nodes: readonly ts.Node[], name: string | undefined): DetailField[] {
  const found = nodes.find(node => ts.isInterfaceDeclaration(node) && node.name.text === name);
  if (!found || !ts.isInterfaceDeclaration(found)) return [];
  const bases = (found.heritageClauses ?? []).flatMap(({types}) => types);
  const inherited = bases.flatMap(({expression}) => fields(nodes, expression.getText()));
  const own = found.members.flatMap(member => {
    if (!member.name || !ts.isPropertySignature(member)) return [];
    const type = member.type?.getText().replace(/\s+/g, ' ') ?? 'unknown';
    return [{name: member.name.getText(), type, description: descriptionOf(member)}];
  });
  return [...inherited, ...own];
}

function descriptionOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment) ?? '';
}
