import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Widget, WidgetAttribute} from '../widgets/types.js';
import {filesIn, fillIn, jsonFile, type Files} from './files.js';
import {below, phpFiles, scriptFiles, type Sources} from './shared.js';

/** Names that WordPress, or the plugin, gives another meaning. */
const TAKEN = ['align', 'anchor', 'className', 'link', 'link-text', 'lock', 'metadata', 'style'];

/** The plugin, as it is unpacked in `wp-content/plugins`. */
export function wordpressPlugin(sources: Sources): Files {
  const {json, licence, templates} = sources;
  const folder = join(templates, 'wordpress/local-widgets');
  return below(
    'local-widgets',
    new Map([
      ...fillIn(filesIn(folder), {version: json.sdkVersion}),
      ...json.widgets.map(
        widget => [`blocks/${widget.name}/block.json`, jsonFile(block(widget))] as const,
      ),
      ...below('local-widgets', new Map([...phpFiles(sources), ...scriptFiles(sources)])),
      ['LICENSE', readFileSync(licence)],
    ]),
  );
}

/** Texts are English here; PHP puts those of the reader's language in their place. */
function block(widget: Widget): object {
  const taken = widget.attributes.find(({name}) => TAKEN.includes(name));
  if (taken) throw new Error(`A block cannot have an attribute "${taken.name}".`);
  return {
    $schema: 'https://schemas.wp.org/trunk/block.json',
    apiVersion: 3,
    name: `local-widgets/${widget.name}`,
    title: widget.label.en,
    category: 'widgets',
    icon: widget.icon.dashicon,
    description: widget.description.en,
    keywords: widget.keywords.en,
    textdomain: 'local-widgets',
    attributes: {
      ...Object.fromEntries(widget.attributes.map(one => [one.name, {type: typeOf(one)}])),
      link: {type: 'string'},
      'link-text': {type: 'string'},
    },
    supports: {html: false, align: ['wide', 'full']},
    editorScript: 'local-widgets-editor',
  };
}

/** Numbers may be written as such by hand; the editor writes them as text, since a field may be half filled in. */
function typeOf({type, multiple}: WidgetAttribute): string | string[] {
  if (type === 'boolean') return 'boolean';
  const isNumber = !multiple && (type === 'integer' || type === 'number');
  return isNumber ? ['string', 'number'] : 'string';
}
