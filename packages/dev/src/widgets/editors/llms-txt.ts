import type {Widget, WidgetAttribute, WidgetOrigin, WidgetsJson} from '../types.js';

export interface Guide {
  /** From the root of the repository. */
  readonly path: string;
  readonly title: string;
}

/** All that writing a page needs, in one text file for programs that read prose: https://llmstxt.org. */
export function llmsTxt(json: WidgetsJson, guides: readonly Guide[]): string {
  return `# local-widgets

> Web components that put local life on any web site: shops map, click and collect, chat, event calendar. One script
> tag and one HTML tag; no account, no API key, no cookie banner.

Version ${json.sdkVersion}. The same for programs: \`widgets.json\` beside the script files.

## The script tag

Copy the folder \`dist/cdn\` of the npm package \`@local-widgets/embed\` to the site, then:

\`\`\`html
<script type="module" src="/local-widgets/${json.loader.file}"></script>
\`\`\`

The page's \`lang\` decides between French and English. Children of an element are shown without JavaScript. Where an
editor lets no tag of ours through, \`<div data-local-widget="NAME" data-ATTRIBUTE="…">\` means the same. Boolean
attributes are there or not; leave out attributes that have no value.

${json.widgets.map(widgetText).join('\n\n')}

## Guides

${listOf(guides, ({path, title}) => `[${title}](${path})`)}
`;
}

function widgetText(widget: Widget): string {
  const {tag, name, description, example, needs, attributes, events, origins, storage} = widget;
  const sets = needs.map(set => set.map(code).join(' and ')).join(', or ');
  return `## ${code(`<${tag}>`)}

${description.en}

Npm package ${code(widget.package)}; NAME is ${code(name)}. It needs ${sets}, or data inside the element.

\`\`\`html
${example}
\`\`\`

### Attributes

${listOf(attributes, attributeText)}

### Events

${listOf(events, one => `${code(one.name)} (${code(one.type)}): ${one.description} Detail: ${one.detail.map(field => code(field.name)).join(', ')}`)}

### Slots, parts, custom properties

${[
  listOf(
    widget.slots,
    one => `slot ${one.name ? code(one.name) : '(default)'}: ${one.description}`,
  ),
  listOf(widget.parts, one => `part ${code(one.name)}: ${one.description}`),
  listOf(widget.customProperties, one => `${code(one.name)}: ${one.description}`),
].join('\n')}

### Privacy

${listOf(origins, one => `contacts ${placeOf(one)} when ${one.when.en}, to ${one.why.en}`)}
${
  storage.length === 0
    ? '- stores nothing'
    : listOf(
        storage,
        one => `${one.area} storage ${code(one.key)} when ${one.written.en}: ${one.lifetime.en}`,
      )
}`;
}

function attributeText(attribute: WidgetAttribute): string {
  const {name, type, help, enum: options, custom, example, multiple, separator} = attribute;
  const values = (options ?? []).flatMap(({value}) => (value ? [code(value)] : []));
  const notes = [
    // the categories are a table of their own
    values.length > 0 && values.length < 12 && `one of ${values.join(', ')}`,
    custom && `or a value of type ${custom}`,
    multiple && `several with "${separator}" between`,
    attribute.default !== null &&
      type !== 'boolean' &&
      `default ${code(String(attribute.default))}`,
    example && `for instance ${code(example)}`,
  ].filter(Boolean);
  return `${code(name)} (${[type, ...notes].join('; ')}): ${help.en}`;
}

function placeOf({origin, from, attribute}: WidgetOrigin): string {
  if (origin) return origin;
  if (from === 'attribute') return `the origin of ${code(String(attribute))}`;
  return from === 'sdk' ? 'the origin of the script tag' : 'origins named in the data';
}

const code = (text: string): string => `\`${text}\``;

const listOf = <T>(items: readonly T[], say: (item: T) => string): string =>
  items.map(item => `- ${say(item)}`).join('\n');
