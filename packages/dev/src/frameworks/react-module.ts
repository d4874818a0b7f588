import type {ElementApi} from './element-api.js';

/** The first line of everything that is generated, and how to do it again. */
export const GENERATED = (from: string): string =>
  `// Generated from custom-elements.json of ${from} by \`npm run manifest -- --write\`.\n`;

/** Source of the React component of one element. */
export function reactModule(element: ElementApi): string {
  const {tag, className, packageName, summary, properties, events} = element;
  const names = properties.map(({name}) => `'${name}'`).join(' | ');
  const eventClasses = [...new Set(events.map(one => one.className))].join(', ');
  return `${GENERATED(packageName)}import '${packageName}/define.js';
import {${className} as ${className}Element} from '${packageName}';
import type {${eventClasses}} from '${packageName}';
import {component, type Widget, type WidgetProps} from './component.js';

export type {${className}Element, ${eventClasses}};

export interface ${className}Props extends WidgetProps<${className}Element, ${names}> {
${events
  .map(
    one => `  /** ${one.description} */
  ${handlerName(one.name)}?: ((event: ${one.className}) => void) | undefined;`,
  )
  .join('\n')}
}

/** ${summary} It renders \`<${tag}>\`. */
export const ${className}: Widget<${className}Element, ${className}Props> = component({
  tagName: '${tag}',
  elementClass: ${className}Element,
  events: {
${events.map(({name}) => `    ${handlerName(name)}: '${name}',`).join('\n')}
  },
  initial: {
${properties
  .flatMap(({name, initial}) => (initial === undefined ? [] : [`    ${name}: ${initial},`]))
  .join('\n')}
  },
});
`;
}

/** Source of the entry that gives all components. */
export function reactIndex(elements: readonly ElementApi[]): string {
  const from = [...new Set(elements.map(one => one.packageName))].join(', ');
  return `${GENERATED(from)}${elements.map(({tag}) => `export * from './${tag}.js';`).join('\n')}
`;
}

/** `local-shop-select` becomes `onLocalShopSelect`, as React names its own. */
export function handlerName(event: string): string {
  return `on${event.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}
