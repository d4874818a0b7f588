import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Widget, WidgetsJson, WidgetAttribute} from '../widgets/types.js';
import {filesIn, fillIn, type Files} from './files.js';
import {below, phpFiles, scriptFiles, type Sources} from './shared.js';
import {element, xmlFile, type Element} from './xml.js';

const TEXTS = 'LLL:EXT:local_widgets/Resources/Private/Language/locallang.xlf:';

/** The extension: a content element for each widget, with a FlexForm. */
export function typo3Extension(sources: Sources): Files {
  const {json, licence, templates} = sources;
  return below(
    'local_widgets',
    new Map([
      ...fillIn(filesIn(join(templates, 'typo3/local_widgets')), {version: json.sdkVersion}),
      ...json.widgets.map(
        widget =>
          [`Configuration/FlexForms/${widget.name}.xml`, xmlFile(flexForm(widget))] as const,
      ),
      ['Resources/Private/Language/locallang.xlf', xmlFile(catalogue(json, 'en'))],
      ['Resources/Private/Language/fr.locallang.xlf', xmlFile(catalogue(json, 'fr'))],
      ...below('Resources/Private/Php', phpFiles(sources)),
      ...below('Resources/Public', scriptFiles(sources)),
      ['LICENSE', readFileSync(licence)],
    ]),
  );
}

function flexForm(widget: Widget): Element {
  const sheet = (group: WidgetAttribute['group'], more: readonly Element[] = []) =>
    element(group, {}, [
      element('ROOT', {}, [
        element('sheetTitle', {}, [`${TEXTS}${group}`]),
        element('type', {}, ['array']),
        element('el', {}, [
          ...widget.attributes.filter(one => one.group === group).map(one => field(widget, one)),
          ...more,
        ]),
      ]),
    ]);
  const link = element('link', {}, [
    element('label', {}, [`${TEXTS}link`]),
    config({type: 'input', eval: 'trim'}),
  ]);
  return element('T3DataStructure', {}, [
    element('sheets', {}, [sheet('basic'), sheet('advanced', [link])]),
  ]);
}

function field({name: widget}: Widget, attribute: WidgetAttribute): Element {
  const key = `${widget}.${attribute.name}`;
  return element(`attributes.${attribute.name}`, {}, [
    element('label', {}, [`${TEXTS}${key}`]),
    element('description', {}, [`${TEXTS}${key}.help`]),
    configOf(key, attribute),
  ]);
}

function configOf(key: string, attribute: WidgetAttribute): Element {
  const {type, multiple, example, default: usual, enum: known, custom} = attribute;
  if (type === 'boolean') return config({type: 'check', renderType: 'checkboxToggle'});
  if (!known || custom) return config({type: 'input', eval: 'trim', placeholder: example});
  const values = known.map(({value}) => value);
  // the choice to leave the attribute out, where no value is that
  if (!multiple && !values.includes(String(usual ?? ''))) values.unshift('');
  const items = values.map((value, at) =>
    element('numIndex', {index: String(at)}, [
      element('label', {}, [
        known.some(one => one.value === value) ? `${TEXTS}${key}.${value}` : '',
      ]),
      element('value', {}, [value]),
    ]),
  );
  return config(
    {
      type: 'select',
      renderType: multiple ? 'selectMultipleSideBySide' : 'selectSingle',
      default: multiple ? undefined : String(usual ?? ''),
    },
    [element('items', {type: 'array'}, items)],
  );
}

const config = (
  values: Readonly<Record<string, string | undefined>>,
  more: readonly Element[] = [],
): Element =>
  element('config', {}, [
    ...Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [element(name, {}, [value])],
    ),
    ...more,
  ]);

const OWN = {
  basic: {fr: 'Réglages', en: 'Settings'},
  advanced: {fr: 'Réglages avancés', en: 'Advanced settings'},
  link: {
    fr: 'Page équivalente, pour qui n’a pas JavaScript',
    en: 'Equivalent page, for people without JavaScript',
  },
};

/** All texts in one language. English is the source of the other. */
function catalogue(json: WidgetsJson, language: 'fr' | 'en'): Element {
  const units = [...textsOf(json)].map(([id, words]) =>
    element('trans-unit', {id}, [
      element('source', {}, [words.en]),
      ...(language === 'en' ? [] : [element('target', {}, [words.fr])]),
    ]),
  );
  const target = language === 'en' ? {} : {'target-language': language};
  return element('xliff', {version: '1.2', xmlns: 'urn:oasis:names:tc:xliff:document:1.2'}, [
    element(
      'file',
      {'source-language': 'en', ...target, datatype: 'plaintext', original: 'locallang.xlf'},
      [element('body', {}, units)],
    ),
  ]);
}

function textsOf({widgets}: WidgetsJson): Map<string, {fr: string; en: string}> {
  const texts = new Map<string, {fr: string; en: string}>(Object.entries(OWN));
  for (const {name, label, description, attributes} of widgets) {
    texts.set(name, label).set(`${name}.description`, description);
    for (const attribute of attributes) {
      const key = `${name}.${attribute.name}`;
      texts.set(key, attribute.label).set(`${key}.help`, attribute.help);
      for (const {value, label: words} of attribute.enum ?? []) texts.set(`${key}.${value}`, words);
    }
  }
  return texts;
}
