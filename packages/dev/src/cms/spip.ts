import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Widget, WidgetAttribute} from '../widgets/types.js';
import {filesIn, fillIn, textFile, yamlFile, type Files} from './files.js';
import {below, phpFiles, scriptFiles, type Sources} from './shared.js';

/** The plugin: a model for each widget, and a form for the assistant that inserts models. */
export function spipPlugin(sources: Sources): Files {
  const {json, licence, templates} = sources;
  return below(
    'localwidgets',
    new Map([
      ...fillIn(filesIn(join(templates, 'spip/localwidgets')), {version: json.sdkVersion}),
      ...json.widgets.flatMap(widget => [
        [`modeles/${modelOf(widget)}.html`, textFile(model(widget))] as const,
        [`modeles/${modelOf(widget)}.yaml`, yamlFile(assistant(widget))] as const,
      ]),
      ...below('local-widgets', new Map([...phpFiles(sources), ...scriptFiles(sources)])),
      ['LICENSE', readFileSync(licence)],
    ]),
  );
}

/** SPIP knows models by lower-case letters, hyphens and underscores. */
const modelOf = ({tag}: Widget): string => tag.replaceAll('-', '_');

const model = ({name}: Widget): string => `[(#ENV**|unserialize|localwidgets_modele{${name}})]\n`;

/** A form in the words of the plugins "Insérer Modèles" and "Saisies". */
const assistant = (widget: Widget): object => ({
  nom: widget.label.fr,
  parametres: [
    {saisie: 'hidden', options: {nom: 'modele', defaut: modelOf(widget)}},
    ...widget.attributes.map(inputOf),
  ],
});

function inputOf({
  name,
  type,
  multiple,
  label,
  help,
  example,
  enum: known,
  custom,
}: WidgetAttribute) {
  const options = {nom: name, label: label.fr, explication: help.fr};
  if (type === 'boolean') return {saisie: 'case', options: {...options, valeur_oui: 'oui'}};
  if (known && !multiple && custom === undefined) {
    // the assistant has an empty choice of its own
    const choices = known.filter(({value}) => value !== '');
    return {
      saisie: 'selection',
      options: {
        ...options,
        data: Object.fromEntries(choices.map(one => [one.value, one.label.fr])),
      },
    };
  }
  return {saisie: 'input', options: {...options, placeholder: example}};
}
