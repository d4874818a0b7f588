import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {WidgetsJson} from '../widgets/types.js';
import {filesIn, fillIn, yamlFile, type Files} from './files.js';
import {below, phpFiles, scriptFiles, scriptFolder, type Sources} from './shared.js';

/** The module: its one block class offers a block for each widget. */
export function drupalModule(sources: Sources): Files {
  const {json, licence, templates} = sources;
  const values = {version: json.sdkVersion, allowedTags: allowedTags(json)};
  return below(
    'local_widgets',
    new Map([
      ...fillIn(filesIn(join(templates, 'drupal/local_widgets')), values),
      ['local_widgets.libraries.yml', yamlFile(libraries(sources))],
      ['config/schema/local_widgets.schema.yml', yamlFile(schema(json))],
      ...below('local-widgets', new Map([...phpFiles(sources), ...scriptFiles(sources)])),
      ['LICENSE', readFileSync(licence)],
    ]),
  );
}

/** The loader finds its other files by its own address: Drupal must not put it together with others. */
function libraries(sources: Sources): object {
  const {json} = sources;
  const file = `local-widgets/${scriptFolder(sources)}/${json.loader.file}`;
  const script = {attributes: {type: json.loader.type}, minified: true, preprocess: false};
  return {loader: {version: json.sdkVersion, js: {[file]: script}}};
}

/** What a block keeps; Drupal warns of what no schema describes. */
function schema({widgets}: WidgetsJson): object {
  return Object.fromEntries(
    widgets.map(widget => [
      `block.settings.local_widget:${widget.name}`,
      {
        type: 'block_settings',
        label: widget.label.en,
        mapping: {
          link: {type: 'string', label: 'Equivalent page'},
          attributes: {
            type: 'mapping',
            label: 'Attributes',
            mapping: Object.fromEntries(
              widget.attributes.map(({name, type, multiple, enum: known, custom, label}) => [
                name,
                known && multiple && custom === undefined
                  ? {type: 'sequence', label: label.en, sequence: {type: 'string'}}
                  : {type: type === 'boolean' ? 'boolean' : 'string', label: label.en},
              ]),
            ),
          },
        },
      },
    ]),
  );
}

/** For "Allowed HTML tags" of a text format: the elements, and what stands for them. */
export const allowedTags = ({forms, widgets}: WidgetsJson): string =>
  [
    ...widgets.map(({tag, attributes}) => `<${tag} ${attributes.map(one => one.name).join(' ')}>`),
    `<div class ${forms.div.attributePrefix}*>`,
    '<a href class>',
  ].join(' ');
