import type {WidgetAttribute} from '../widgets/types.js';
import {make} from './dom.js';
import {faultOf} from './faults.js';
import {fill, lang, words} from './words.js';

/** What stands for one setting in the form. */
export interface Field {
  readonly element: HTMLElement;
  /** Undefined to leave it out. */
  read(): string | undefined;
  /** Says what is wrong beside it; whether nothing is. */
  check(): boolean;
}

/** The choice that asks for an address of one's own. */
const OTHER = 'other address';

/** A field with label, help, and a place for what is wrong. */
export function textField(
  id: string,
  texts: {readonly label: string; readonly help: string; readonly example?: string | undefined},
  value: string,
  attributes: Readonly<Record<string, string>> = {},
  fault: (value: string) => string | undefined = () => undefined,
): Field {
  const input = make('input', {
    type: 'text',
    ...attributes,
    id,
    value,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-help ${id}-fault`,
    ...(texts.example && {placeholder: fill(words.example, {example: texts.example})}),
  });
  const message = make('p', {class: 'fault', id: `${id}-fault`});
  return {
    element: make(
      'div',
      {class: 'field'},
      make('label', {for: id}, texts.label),
      help(id, texts.help),
      input,
      message,
    ),
    read: () => input.value.trim() || undefined,
    check: () => {
      const text = fault(input.value) ?? '';
      message.textContent = text;
      input.toggleAttribute('aria-invalid', false);
      if (text) input.setAttribute('aria-invalid', 'true');
      return text === '';
    },
  };
}

/** The field of an attribute, by its type. */
export function attributeField(attribute: WidgetAttribute, value: string | undefined): Field {
  const {type, multiple, custom, name} = attribute;
  const id = `set-${name}`;
  if (type === 'boolean') return checkbox(attribute, id, value !== undefined);
  if (type === 'enum' && multiple) return checkboxes(attribute, id, value ?? '');
  if (type === 'enum') return select(attribute, id, value, custom !== undefined);
  const texts = {
    label: attribute.label[lang],
    help: attribute.help[lang],
    example: attribute.example,
  };
  return textField(id, texts, value ?? '', inputOf(attribute), text =>
    faultOf(attribute, text, lang),
  );
}

function inputOf({type}: WidgetAttribute): Record<string, string> {
  if (type === 'integer') return {inputmode: 'numeric'};
  if (type === 'number') return {inputmode: 'decimal'};
  if (type === 'url') return {inputmode: 'url'};
  return type === 'date' || type === 'email' || type === 'tel' ? {type} : {};
}

const help = (id: string, text: string): HTMLElement =>
  make('p', {class: 'help', id: `${id}-help`}, text);

function checkbox(attribute: WidgetAttribute, id: string, isSet: boolean): Field {
  const input = make('input', {
    type: 'checkbox',
    id,
    checked: isSet,
    'aria-describedby': `${id}-help`,
  });
  const label = make('label', {for: id}, attribute.label[lang]);
  return {
    element: make('div', {class: 'field check'}, input, label, help(id, attribute.help[lang])),
    read: () => (input.checked ? '' : undefined),
    check: () => true,
  };
}

function checkboxes(attribute: WidgetAttribute, id: string, value: string): Field {
  const {separator = ' ', enum: options = []} = attribute;
  const chosen = new Set(value.split(separator.trim() || /\s+/).map(part => part.trim()));
  const inputs = options
    .filter(option => option.value !== '')
    .map(({value: one, label}, at) => {
      const input = make('input', {
        type: 'checkbox',
        id: `${id}-${at}`,
        value: one,
        checked: chosen.has(one),
      });
      return {input, row: make('p', {}, input, make('label', {for: `${id}-${at}`}, label[lang]))};
    });
  const fold = make(
    'details',
    {open: chosen.size > 0 && value !== ''},
    make('summary', {}, attribute.label[lang]),
    help(id, attribute.help[lang]),
    make(
      'div',
      {class: 'choices', role: 'group', 'aria-label': attribute.label[lang]},
      ...inputs.map(({row}) => row),
    ),
  );
  return {
    element: make('div', {class: 'field'}, fold),
    read: () =>
      inputs.flatMap(({input}) => (input.checked ? [input.value] : [])).join(separator) ||
      undefined,
    check: () => true,
  };
}

function select(
  attribute: WidgetAttribute,
  id: string,
  value: string | undefined,
  isOpen: boolean,
): Field {
  const {enum: options = [], default: usual} = attribute;
  const current = value ?? String(usual ?? '');
  const isKnown = options.some(option => option.value === current) || current === '';
  const all = options.map(option => [option.value, option.label[lang]] as const);
  if (!all.some(([one]) => one === '') && usual === null) all.unshift(['', words.unset]);
  if (isOpen) all.push([OTHER, words.otherAddress]);
  const list = make(
    'select',
    {id, 'aria-describedby': `${id}-help`},
    ...all.map(([one, label]) =>
      make('option', {value: one, selected: one === (isKnown ? current : OTHER)}, label),
    ),
  );
  const own = textField(
    `${id}-own`,
    {label: words.address, help: '', example: 'https://tuiles.example/{z}/{x}/{y}.png'},
    isKnown ? '' : current,
    {inputmode: 'url'},
    text => faultOf(attribute, text, lang),
  );
  const show = (): void => void (own.element.hidden = list.value !== OTHER);
  list.addEventListener('change', show);
  show();
  return {
    element: make(
      'div',
      {class: 'field'},
      make('label', {for: id}, attribute.label[lang]),
      help(id, attribute.help[lang]),
      list,
      isOpen && own.element,
    ),
    read: () => (list.value === OTHER ? own.read() : list.value || undefined),
    check: () => list.value !== OTHER || own.check(),
  };
}
