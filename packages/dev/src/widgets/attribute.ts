import {categories, ENGLISH_CATEGORIES} from '@local-widgets/model';
import type {Attribute} from '../manifest/schema.js';
import {oneLine, textsOf, type Tag} from './comments.js';
import {attributeNameFault} from './name-rules.js';
import {ATTRIBUTE_TYPES, type AttributeType, type WidgetAttribute, type Words} from './types.js';
import {readWords, type Tell} from './words.js';

/** Tags of a property that say what a manifest cannot. */
const TAGS = ['label', 'help', 'kind', 'option', 'options', 'example', 'group', 'required', 'with'];
const SEPARATORS: Readonly<Record<string, string>> = {spaces: ' ', commas: ', '};

/** Groups and their leaves, as the map knows them. */
const CATEGORIES = categories.map(({id, label}) => ({
  value: id,
  label: {fr: label, en: ENGLISH_CATEGORIES[id]},
}));

/** An attribute as plugins need it, from the analyzer's word and the tags at its property. */
export function readAttribute(
  {name, fieldName = '', type, default: value}: Attribute,
  tags: readonly Tag[],
  tell: Tell,
): WidgetAttribute {
  const fault = attributeNameFault(name);
  if (fault) tell(`the name ${fault}`, 'another name');
  for (const tag of tags) {
    if (!TAGS.includes(tag.name)) {
      tell(`nobody knows the tag @${tag.name}`, TAGS.map(one => `@${one}`).join(', '));
    }
  }
  const kind = readKind(one(tags, 'kind', tell), tell);
  const list = one(tags, 'options', tell);
  if (list !== undefined && list !== 'categories') {
    tell(`@options ${list} is none`, '"@options categories" or an @option for each');
  }
  const options = [
    ...textsOf(tags, 'option').map(text => readOption(text, tell)),
    ...(list === 'categories' ? CATEGORIES : []),
  ];
  const plain =
    type?.text === 'boolean' ? 'boolean' : type?.text === 'number' ? 'number' : 'string';
  const isEnum = options.length > 0;
  const group = one(tags, 'group', tell) ?? 'basic';
  if (group !== 'basic' && group !== 'advanced') {
    tell(`@group ${group} is none`, '"@group advanced" or nothing');
  }
  const example = one(tags, 'example', tell);
  const companion = one(tags, 'with', tell);
  const type_ = isEnum ? 'enum' : (kind.type ?? plain);
  return {
    name,
    property: fieldName,
    type: type_,
    multiple: kind.separator !== undefined,
    ...(kind.separator !== undefined && {separator: kind.separator}),
    ...(kind.minimum !== undefined && {minimum: kind.minimum}),
    ...(kind.maximum !== undefined && {maximum: kind.maximum}),
    default: readDefault(value, type_),
    ...(isEnum && {enum: options}),
    ...(isEnum && kind.type && kind.separator === undefined && {custom: kind.type}),
    required: tags.some(tag => tag.name === 'required'),
    label: readWords(one(tags, 'label', tell), 'its label', '@label', tell),
    help: readWords(one(tags, 'help', tell), 'its help', '@help', tell),
    ...(example && {example}),
    group: group === 'advanced' ? 'advanced' : 'basic',
    ...(companion && {with: companion}),
  };
}

/** The one text of a tag; tells when there are more. */
function one(tags: readonly Tag[], name: string, tell: Tell): string | undefined {
  const [text, ...more] = textsOf(tags, name);
  if (more.length > 0) tell(`there is more than one @${name}`, 'one');
  return text === undefined ? undefined : oneLine(text);
}

interface Kind {
  readonly type?: AttributeType;
  readonly separator?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** `url`, `url separated by spaces`, `integer from 1 to 6`. */
function readKind(text: string | undefined, tell: Tell): Kind {
  if (text === undefined) return {};
  const [, name = '', separator, minimum, maximum] =
    /^([a-z-]+)(?: separated by (spaces|commas))?(?: from (\d+)(?: to (\d+))?)?$/.exec(text) ?? [];
  const type = ATTRIBUTE_TYPES.find(known => known === name);
  if (!type || type === 'enum') {
    tell(
      `@kind ${text} cannot be read`,
      '"@kind url", "@kind url separated by spaces" or "@kind integer from 1 to 6", with one of ' +
        ATTRIBUTE_TYPES.filter(known => known !== 'enum').join(', '),
    );
    return {};
  }
  return {
    type,
    ...(separator && {separator: SEPARATORS[separator]!}),
    ...(minimum && {minimum: Number(minimum)}),
    ...(maximum && {maximum: Number(maximum)}),
  };
}

/** `value - Français | English`; a hyphen alone stands for leaving the attribute out. */
function readOption(text: string, tell: Tell): {value: string; label: Words} {
  const [, value = '', words] = /^(\S+)\s+-\s+(.*)$/s.exec(text) ?? [];
  const tag = `@option ${value || 'value'} -`;
  const label = readWords(words, `the option "${value || oneLine(text)}"`, tag, tell);
  return {value: value === '-' ? '' : value, label};
}

/** The analyzer's text of an initial value; null for none and for an empty one. */
function readDefault(text: string | undefined, type: AttributeType): WidgetAttribute['default'] {
  if (text === undefined || /^(?:null|undefined|''|"")$/.test(text)) return null;
  if (type === 'boolean') return text === 'true';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text.replace(/^(['"])(.*)\1$/, '$2');
}
