import type {ElementApi} from './element-api.js';
import {GENERATED} from './react-module.js';

/** Types of what can be written on each tag, from which those of JSX, Vue and Svelte are made. */
export function typesModule(elements: readonly ElementApi[]): string {
  const packages = [...new Set(elements.map(one => one.packageName))];
  return `${GENERATED(packages.join(', '))}${packages.map(name => importOf(name, elements)).join('\n')}

/** The elements by their tags. */
export interface Elements {
${elements.map(({tag, className}) => `  '${tag}': ${className};`).join('\n')}
}

/** What can be set on each tag, by the names of properties. */
export interface Properties {
${elements.map(propertiesOf).join('\n')}
}

/** What can be written on each tag, by the names of attributes that are not those of properties. */
export interface Attributes {
${elements.map(attributesOf).join('\n')}
}

/** What each tag tells. */
export interface Events {
${elements.map(eventsOf).join('\n')}
}
`;
}

function importOf(packageName: string, elements: readonly ElementApi[]): string {
  const own = elements.filter(one => one.packageName === packageName);
  const names = own.flatMap(one => [one.className, ...one.events.map(event => event.className)]);
  return `import type {${[...new Set(names)].join(', ')}} from '${packageName}';`;
}

function propertiesOf({tag, className, properties}: ElementApi): string {
  return `  '${tag}': Pick<${className}, ${properties.map(({name}) => `'${name}'`).join(' | ')}>;`;
}

function attributesOf({tag, className, properties}: ElementApi): string {
  const lines = properties.flatMap(({name, attribute}) =>
    attribute === undefined || attribute === name
      ? []
      : [`    '${attribute}': ${className}['${name}'];`],
  );
  return [`  '${tag}': {`, ...lines, '  };'].join('\n');
}

function eventsOf({tag, events}: ElementApi): string {
  return [
    `  '${tag}': {`,
    ...events.flatMap(({name, className, description}) => [
      `    /** ${description} */`,
      `    '${name}': ${className};`,
    ]),
    '  };',
  ].join('\n');
}
