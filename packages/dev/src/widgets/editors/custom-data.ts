import type {WidgetAttribute} from '../types.js';
import type {DescribedWidget} from '../widget.js';

/** What `html.customData` of VS Code reads, version 1.1. */
export interface CustomData {
  readonly version: 1.1;
  readonly tags: readonly {
    readonly name: string;
    readonly description: string;
    readonly attributes: readonly CustomDataAttribute[];
  }[];
}

interface CustomDataAttribute {
  readonly name: string;
  readonly description: string;
  /** `v`: an attribute without a value. */
  readonly valueSet?: 'v';
  readonly values?: readonly {readonly name: string; readonly description: string}[];
}

/** Completion and help for our tags and attributes in VS Code, in English. */
export function customData(widgets: readonly DescribedWidget[]): CustomData {
  return {
    version: 1.1,
    tags: widgets.map(({tag, description, attributes}) => ({
      name: tag,
      description: description.en,
      attributes: attributes.map(attribute => ({
        name: attribute.name,
        description: helpOf(attribute),
        ...(attribute.type === 'boolean' && {valueSet: 'v' as const}),
        ...(attribute.enum && {
          values: attribute.enum
            .filter(({value}) => value !== '')
            .map(({value, label}) => ({name: value, description: label.en})),
        }),
      })),
    })),
  };
}

/** An attribute's help with its example and its default. */
export function helpOf({help, example, default: value, type}: WidgetAttribute): string {
  const notes = [
    example !== undefined && `Example: ${example}`,
    value !== null && type !== 'boolean' && `Default: ${String(value)}`,
  ].filter(Boolean);
  return [help.en, ...notes].join('\n\n');
}
