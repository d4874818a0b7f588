import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import ts from 'typescript';

/** What stands for a value in a title that is put together. */
const ANYTHING = '\u0000';

/** Whether a test file, or what it takes over from beside it, has a test of that title. */
export function hasTest(root: string, file: string, title: string): boolean {
  return [...titlesIn(join(root, file), 2)].some(pattern => matches(pattern, title));
}

function matches(pattern: string, title: string): boolean {
  const parts = pattern.split(ANYTHING).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(title);
}

const cache = new Map<string, Set<string>>();

/**
 * Titles of tests: the first argument of `it`, and names in tables that are made into tests by a suite. A suite of
 * its own, imported from beside, counts as part of the file.
 */
function titlesIn(file: string, depth: number): Set<string> {
  const known = cache.get(file);
  if (known) return known;
  const titles = new Set<string>();
  if (!existsSync(file)) return titles;
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const isSuite = !file.endsWith('.test.ts');
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [title] = node.arguments;
      if (node.expression.text === 'it' && title) addTitle(title);
    }
    if (isSuite && ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) {
      titles.add(node.name.text);
    }
    if (depth > 1 && ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const {text} = node.moduleSpecifier;
      if (/suite\.js$/.test(text)) {
        const other = join(dirname(file), text.replace(/\.js$/, '.ts'));
        for (const title of titlesIn(other, depth - 1)) titles.add(title);
      }
    }
    ts.forEachChild(node, visit);
  };
  const addTitle = (title: ts.Expression): void => {
    if (ts.isStringLiteralLike(title)) titles.add(title.text);
    if (!ts.isTemplateExpression(title)) return;
    const spans = title.templateSpans.map(({literal}) => `${ANYTHING}${literal.text}`);
    titles.add([title.head.text, ...spans].join(''));
  };
  visit(source);
  cache.set(file, titles);
  return titles;
}
