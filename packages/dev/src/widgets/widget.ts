import type {ElementFacts, PackageFacts} from '../manifest/facts.js';
import {readAttribute} from './attribute.js';
import type {ClassComments} from './comments.js';
import {readFace} from './face.js';
import {readPublicNames} from './public-names.js';
import {tellStrangeNames} from './strange-names.js';
import {
  cspOf,
  readOrigins,
  readPermissions,
  readStorage,
  readTrustedTypes,
} from './surroundings.js';
import type {Token} from './tokens.js';
import type {Widget, WidgetAttribute} from './types.js';
import type {Tell} from './words.js';

/** What a widget is but for its files, which are known after the build. */
export type DescribedWidget = Omit<Widget, 'files'>;

export interface DescribedElement {
  readonly widget: DescribedWidget;
  /** What is wrong, a sentence each, beginning with the file's path in the package. */
  readonly problems: readonly string[];
}

/** Who else knows something of an element. */
export interface Surroundings {
  /** Of its package. */
  readonly facts: PackageFacts;
  /** Of the classes of its package and of core. */
  readonly comments: ReadonlyMap<string, ClassComments>;
  readonly packageName: string;
  readonly tokens: ReadonlyMap<string, Token>;
}

/** Everything about an element that its manifest has and lacks. */
export function describeElement(
  element: ElementFacts,
  {facts, comments, packageName, tokens}: Surroundings,
): DescribedElement {
  const {file, declaration} = element;
  const {name: className, tagName: tag = ''} = declaration;
  const problems: string[] = [];
  const tags = comments.get(className)?.tags ?? [];
  const tell: Tell = (what, write) =>
    problems.push(`${file}: <${tag}>: ${what}; write ${write} in the JSDoc of ${className}.`);
  const origins = readOrigins(tags, tell);
  const storage = readStorage(tags, tell);
  const widget: DescribedWidget = {
    tag,
    name: tag.replace(/^local-/, ''),
    package: packageName,
    ...readFace(tags, tell),
    attributes: attributesOf(element, comments, problem => problems.push(problem)),
    ...readPublicNames(declaration, facts, tokens, tell),
    origins,
    storage,
    permissions: readPermissions(tags, tell),
    csp: cspOf(origins),
    trustedTypes: readTrustedTypes(tags, tell),
    cookieCategory: storage.length > 0 ? 'essential' : 'none',
  };
  tellStrangeNames(widget, tags, tell);
  return {widget, problems};
}

function attributesOf(
  {file, declaration}: ElementFacts,
  comments: ReadonlyMap<string, ClassComments>,
  report: (problem: string) => void,
): WidgetAttribute[] {
  const {name: className, tagName: tag, attributes = []} = declaration;
  return attributes.map(attribute => {
    const {name, fieldName = '', inheritedFrom} = attribute;
    const home = inheritedFrom?.name ?? className;
    const tags = comments.get(home)?.properties.get(fieldName) ?? [];
    const where = `${file}: attribute "${name}" of <${tag}>`;
    return readAttribute(attribute, tags, (what, write) =>
      report(`${where}: ${what}; write ${write} at ${home}.${fieldName}.`),
    );
  });
}
