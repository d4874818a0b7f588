import ts from 'typescript';

/** Every node of a source file, in the order of the text. */
export function nodesOf(file: string, text: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true));
  return nodes;
}

/** What stands for an expression in the text of a template; no source holds this character. */
export const hole = '\uFFFC';

/** The texts of the templates with one of these tags, each with `hole` for its expressions. */
export function templatesOf(file: string, text: string, ...tags: string[]): string[] {
  return nodesOf(file, text).flatMap(node => {
    if (!ts.isTaggedTemplateExpression(node) || !tags.includes(node.tag.getText())) return [];
    const {template} = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
    return [
      [template.head, ...template.templateSpans.map(s => s.literal)].map(t => t.text).join(hole),
    ];
  });
}
