import type {CustomPropertyUse} from './custom-properties.js';
import type {EventUse} from './events.js';
import type {PackageFacts} from './facts.js';
import type {Declaration, Member} from './schema.js';

/** The tables of everything public about a package's elements, in Markdown. */
export function apiTables({elements, events, customProperties, tokens}: PackageFacts): string {
  const level = elements.length > 1 ? '####' : '###';
  return elements
    .flatMap(({declaration}) => [
      ...(elements.length > 1 ? [`### \`<${declaration.tagName}>\``] : []),
      ...tablesOf(declaration, events, [...customProperties, ...tokens]).map(
        ({title, head, rows}) => `${level} ${title}\n\n${table(head, rows)}`,
      ),
    ])
    .join('\n\n');
}

interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

function tablesOf(
  declaration: Declaration,
  events: readonly EventUse[],
  uses: readonly CustomPropertyUse[],
): Table[] {
  const {attributes = [], members = [], slots = [], cssParts = []} = declaration;
  const isPublic = ({privacy = 'public'}: Member): boolean => privacy === 'public';
  const isAttribute = (name: string): boolean =>
    attributes.some(({fieldName}) => fieldName === name);
  const fields = members.filter(m => m.kind === 'field' && isPublic(m) && !isAttribute(m.name));
  const methods = members.filter(m => m.kind === 'method' && isPublic(m));
  const fallbacks = new Map(uses.map(({name, fallback}) => [name, fallback]));
  return [
    {
      title: 'Attributes',
      head: ['Attribute', 'Property', 'Type', 'Default', 'Meaning'],
      rows: attributes.map(({name, fieldName, type, default: value, description}) => [
        code(name),
        code(fieldName),
        code(type?.text),
        code(value?.replace(/^'(.*)'$/, '$1')),
        description ?? '',
      ]),
    },
    {
      title: 'Properties',
      head: ['Property', 'Type', 'Meaning'],
      rows: fields.map(({name, type, description}) => [
        code(name),
        code(type?.text),
        description ?? '',
      ]),
    },
    {
      title: 'Methods',
      head: ['Method', 'What it does'],
      rows: methods.map(method => [code(signatureOf(method)), method.description ?? '']),
    },
    {
      title: 'Events',
      head: ['Event', 'Class', 'When', '`detail`'],
      rows: (declaration.events ?? []).flatMap(({name, type, description = ''}) =>
        name ? [[code(name), code(type?.text), description, detailOf(events, name)]] : [],
      ),
    },
    {
      title: 'Slots',
      head: ['Slot', 'What goes there'],
      rows: slots.map(({name, description = ''}) => [name ? code(name) : '(default)', description]),
    },
    {
      title: 'Parts',
      head: ['Part', 'What it is'],
      rows: cssParts.map(({name, description = ''}) => [code(name), description]),
    },
    {
      title: 'Custom properties',
      head: ['Property', 'Default', 'What it changes'],
      rows: (declaration.cssProperties ?? []).map(({name, default: value, description = ''}) => [
        code(name),
        code(value ?? fallbacks.get(name)),
        description,
      ]),
    },
  ].filter(({rows}) => rows.length > 0);
}

function signatureOf({name, parameters = [], return: returned}: Member): string {
  const list = parameters.map(
    ({name, optional, type}) => `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`,
  );
  return `${name}(${list.join(', ')}): ${returned?.type?.text ?? 'void'}`;
}

function detailOf(events: readonly EventUse[], type: string): string {
  const {detail = []} = events.find(event => event.type === type) ?? {};
  return detail
    .map(({name, description}) => `${code(name)}${description ? `: ${description}` : ''}`)
    .join('<br>');
}

function code(text: string | undefined): string {
  return text ? `\`${text}\`` : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
