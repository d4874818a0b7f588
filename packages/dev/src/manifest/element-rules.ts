import type {ElementFacts, PackageFacts} from './facts.js';

/** Every tag is registered, and the class behind it names it for the analyzer. */
export function registrationProblems({elements, definitions}: PackageFacts): string[] {
  const unnamed = definitions
    .filter(
      ({tag, className}) =>
        !elements.some(
          ({declaration}) => declaration.name === className && declaration.tagName === tag,
        ),
    )
    .map(
      ({tag, className, file}) =>
        `${file}: <${tag}> is registered, but its class does not say so; ` +
        `write "@tag ${tag}" in the JSDoc of ${className}.`,
    );
  const unregistered = elements
    .filter(({declaration}) => !definitions.some(({tag}) => tag === declaration.tagName))
    .map(
      ({file, declaration}) =>
        `${file}: <${declaration.tagName}> is never registered; ` +
        `call defineElement('${declaration.tagName}', ${declaration.name}, version) in src/define.ts.`,
    );
  return [...unnamed, ...unregistered];
}

/** The element has a summary; its attributes and public members are described. */
export function memberProblems({file, declaration}: ElementFacts): string[] {
  const {name: className, tagName = '', summary, attributes = [], members = []} = declaration;
  const problems: string[] = [];
  const miss = (what: string, write: string): void => {
    problems.push(`${file}: ${what}; write ${write}.`);
  };
  if (!summary?.trim()) {
    miss(`<${tagName}> has no summary`, `"@summary One sentence." in the JSDoc of ${className}`);
  }
  const fields = new Set<string>();
  for (const {name, fieldName, description} of attributes) {
    if (fieldName !== undefined) fields.add(fieldName);
    if (description?.trim()) continue;
    const where = fieldName === undefined ? `the JSDoc of ${className}` : `property "${fieldName}"`;
    miss(`attribute "${name}" of <${tagName}> is not described`, `a JSDoc comment at ${where}`);
  }
  for (const {kind, name, privacy = 'public', description, inheritedFrom} of members) {
    if (privacy !== 'public' || description?.trim() || fields.has(name)) continue;
    const home = inheritedFrom?.name ?? className;
    const word = kind === 'method' ? 'method' : 'property';
    miss(
      `${word} "${name}" of <${tagName}> is not described`,
      `a JSDoc comment at ${home}.${name}`,
    );
  }
  return problems;
}
