import type {WidgetAttribute} from '../types.js';
import type {DescribedWidget} from '../widget.js';
import {helpOf} from './custom-data.js';

interface Contribution {
  readonly name: string;
  readonly description?: string;
}

/** What JetBrains' editors read: https://github.com/JetBrains/web-types. */
export interface WebTypes {
  readonly $schema: string;
  readonly name: string;
  readonly version: string;
  readonly 'description-markup': 'markdown';
  readonly contributions: {
    readonly html: {readonly elements: readonly WebTypesElement[]};
  };
}

interface WebTypesElement extends Contribution {
  readonly attributes: readonly (Contribution & {readonly value: object})[];
  readonly slots: readonly Contribution[];
  readonly js: {readonly events: readonly Contribution[]};
  readonly css: {
    readonly properties: readonly Contribution[];
    readonly parts: readonly Contribution[];
  };
}

/** Completion and help for the elements of one package in JetBrains' editors, in English. */
export function webTypes(
  name: string,
  version: string,
  widgets: readonly DescribedWidget[],
): WebTypes {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {html: {elements: widgets.map(elementOf)}},
  };
}

function elementOf(widget: DescribedWidget): WebTypesElement {
  return {
    name: widget.tag,
    description: widget.description.en,
    attributes: widget.attributes.map(attribute => ({
      name: attribute.name,
      description: helpOf(attribute),
      value: valueOf(attribute),
      ...(attribute.default !== null && {default: String(attribute.default)}),
    })),
    // the default slot has an empty name there, too
    slots: widget.slots.map(({name, description}) => ({name, description})),
    js: {events: widget.events.map(({name, description}) => ({name, description}))},
    css: {
      properties: widget.customProperties.map(({name, description, default: value}) => ({
        name,
        description,
        ...(value && {default: value}),
      })),
      parts: widget.parts.map(({name, description}) => ({name, description})),
    },
  };
}

function valueOf({type, enum: options, custom, multiple}: WidgetAttribute): object {
  if (type === 'boolean') return {kind: 'no-value', type: 'boolean'};
  const isFree = !options || custom !== undefined || multiple;
  const known = (options ?? []).flatMap(({value}) => (value ? [`'${value}'`] : []));
  const free = type === 'integer' || type === 'number' ? 'number' : 'string';
  return {type: [...known, ...(isFree ? [free] : [])]};
}
