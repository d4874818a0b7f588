import {declarationsOf, type Declaration, type Manifest} from '../manifest/schema.js';

/** What a framework needs to know of one element. */
export interface ElementApi {
  readonly tag: string;
  readonly className: string;
  /** npm name of the package that has it. */
  readonly packageName: string;
  readonly summary: string;
  readonly properties: readonly PropertyApi[];
  readonly events: readonly EventApi[];
}

export interface PropertyApi {
  readonly name: string;
  /** Absent where the property has no attribute. */
  readonly attribute: string | undefined;
  /** Source text of what it is when nobody sets it; absent where that is no plain value. */
  readonly initial: string | undefined;
}

export interface EventApi {
  readonly name: string;
  /** Its class, which the package exports. */
  readonly className: string;
  readonly description: string;
}

/** The elements of a published manifest, in its order. */
export function elementApis(manifest: Manifest, packageName: string): ElementApi[] {
  return declarationsOf(manifest)
    .filter(({declaration}) => declaration.tagName !== undefined)
    .map(({declaration}) => ({
      tag: declaration.tagName!,
      className: declaration.name,
      packageName,
      summary: declaration.summary ?? '',
      properties: propertiesOf(declaration),
      events: eventsOf(declaration),
    }));
}

function propertiesOf({members = []}: Declaration): PropertyApi[] {
  return members
    .filter(one => one.kind === 'field' && !one.static && !one.readonly)
    .map(({name, attribute, default: initial}) => ({
      name,
      attribute,
      initial: initial !== undefined && isPlainValue(initial) ? initial : undefined,
    }));
}

/** A text, a number, a boolean or null: what can be written down in another file. */
function isPlainValue(source: string): boolean {
  return /^('[^'\\]*'|-?\d+(\.\d+)?|true|false|null)$/.test(source);
}

function eventsOf({tagName, events = []}: Declaration): EventApi[] {
  return events.map(({name = '', type, description = ''}) => {
    if (!type) throw new Error(`<${tagName}> does not say the class of its event ${name}.`);
    return {name, className: type.text, description};
  });
}
