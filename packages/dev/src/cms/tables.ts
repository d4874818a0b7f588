import {format, resolveConfig} from 'prettier';
import type {Widget, WidgetAttribute, WidgetsJson} from '../widgets/types.js';
import {allowedTags} from './drupal.js';

const START = '<!-- widgets:start -->';
const END = '<!-- widgets:end -->';

/** Pages for webmasters, of which a part comes from widgets.json, by path. */
export const PAGES: Readonly<Record<string, (json: WidgetsJson) => string>> = {
  'docs/cms/wix.md': json => json.widgets.map(sheet).join('\n\n'),
  'docs/cms/drupal.md': json => `\`\`\`\n${allowedTags(json)}\n\`\`\``,
  'docs/cms/wordpress.md': json => json.widgets.map(shortcode).join('\n\n'),
};

/** The page with its part between the two marks written anew. */
export async function withTables(file: string, page: string, table: string): Promise<string> {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${file} has no ${START} … ${END}.`);
  const text = `${page.slice(0, start + START.length)}\n\n${table}\n\n${page.slice(end)}`;
  return await format(text, {...(await resolveConfig(file)), parser: 'markdown'});
}

/** All attributes of a widget, for a system whose users type them one by one. */
function sheet({tag, label, needs, attributes}: Widget): string {
  const sets = needs.map(set => set.map(name => `\`${name}\``).join(' et ')).join(', ou ');
  const rows = attributes.map(
    one =>
      `| \`${one.name}\` | ${cell(one.label.fr)} | ${cell(valuesOf(one))} | ${cell(one.help.fr)} |`,
  );
  return `### ${label.fr} : \`${tag}\`

Tag name : \`${tag}\`. À remplir : ${sets}.

| Attribut | Nom | Valeurs | Explication |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}

function valuesOf({type, enum: known, example, default: usual}: WidgetAttribute): string {
  if (type === 'boolean') return 'écrire `true`, ou ne pas mettre l’attribut';
  // more would be a page of its own; the explanation says where they come from
  const most = 12;
  const values = known?.filter(({value}) => value !== '').map(({value}) => `\`${value}\``) ?? [];
  const list = values.slice(0, most).join(', ') + (values.length > most ? '…' : '');
  const sample = list || (example === undefined ? '' : `exemple : \`${example}\``);
  return usual === null ? sample : `${sample} (sinon \`${usual}\`)`;
}

function shortcode({tag, label, needs, attributes}: Widget): string {
  const values = needs[0]!
    .map(name => ` ${name}="${attributes.find(one => one.name === name)?.example ?? ''}"`)
    .join('');
  return `**${label.fr}** : \`[${tag.replaceAll('-', '_')}${values}]\`

Attributs : ${attributes.map(one => `\`${one.name}\``).join(', ')}, et \`link\`, \`link-text\` pour le lien proposé sans JavaScript.`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
