import type {Widget, WidgetsJson} from '../widgets/types.js';
import {make} from './dom.js';
import {divForm, elementForm, frameForm, isMoving, linkForm, scriptTag} from './embed-forms.js';
import {hasOwnPictures, policyFor, policyText} from './policy.js';
import type {Settings} from './settings.js';
import {shortcodes} from './shortcodes.js';
import {fill, lang, words} from './words.js';

/** One text to copy. */
interface Output {
  /** For tests and styles. */
  readonly name: string;
  readonly title: string;
  /** Undefined when it cannot be had; then `help` says why. */
  readonly text: string | undefined;
  readonly help?: string;
}

/** Everything there is to copy, written anew at each change without losing the place of the keyboard. */
export class Outputs {
  readonly element = make('div', {class: 'outputs'});
  private readonly warning = make('p', {class: 'fault'}, words.incomplete);
  private readonly status = make('p', {role: 'status', class: 'help'});
  private readonly blocks = new Map<string, OutputBlock>();

  /** `isWhole`: no setting is wrong or missing. */
  show(json: WidgetsJson, widget: Widget, settings: Settings, isWhole: boolean): void {
    this.warning.hidden = isWhole;
    const groups = [
      ['', main(json, widget, settings)],
      [words.editors, otherForms(json, widget, settings)],
      [words.shortcodes, plugins(widget, settings)],
      ['', duties(widget, settings)],
    ] as const;
    if (this.blocks.size === 0) {
      this.element.append(this.warning, this.status);
      for (const [title, outputs] of groups) {
        const all = outputs.map(({name}) => {
          const block = new OutputBlock(
            name,
            title ? 'h4' : 'h3',
            message => void (this.status.textContent = message),
          );
          this.blocks.set(name, block);
          return block.element;
        });
        if (title) this.element.append(make('h3', {}, title));
        this.element.append(...all);
      }
    }
    for (const output of groups.flatMap(([, outputs]) => outputs)) {
      this.blocks.get(output.name)!.show(output);
    }
  }
}

const main = (json: WidgetsJson, widget: Widget, settings: Settings): Output[] => [
  {
    name: 'script',
    title: words.script,
    text: scriptTag(json, settings),
    help: isMoving(settings.files) ? words.moving : fill(words.hash, {version: json.sdkVersion}),
  },
  {name: 'element', title: words.element, text: elementForm(widget, settings, lang)},
];

function otherForms({forms}: WidgetsJson, widget: Widget, settings: Settings): Output[] {
  const link = linkForm(widget, settings, lang, forms);
  const frame = frameForm(widget, settings, lang, forms);
  return [
    {name: 'div', title: words.div, text: divForm(widget, settings, lang, forms)},
    {name: 'link', title: words.anchor, text: link, ...(!link && {help: words.needsHub})},
    {name: 'iframe', title: words.frame, text: frame, ...(!frame && {help: words.needsHub})},
  ];
}

const plugins = (widget: Widget, settings: Settings): Output[] =>
  shortcodes(widget, settings).map(({system, text}) => ({
    name: system.toLowerCase(),
    title: fill(words.shortcodeOf, {system}),
    text,
  }));

function duties(widget: Widget, settings: Settings): Output[] {
  const hub = settings.values['hub'] ?? settings.hub;
  const help = [
    words.cspHelp,
    hasOwnPictures(widget) && words.cspPictures,
    URL.canParse(hub) && fill(words.cspFrame, {hub: new URL(hub).origin}),
    words.cspTrusted,
  ];
  return [
    {
      name: 'csp',
      title: words.csp,
      text: policyText(policyFor(widget, settings)),
      help: help.filter(Boolean).join(' '),
    },
    {name: 'privacy', title: words.privacy, text: widget.privacy[lang]},
  ];
}

class OutputBlock {
  readonly element: HTMLElement;
  private readonly heading: HTMLElement;
  private readonly help = make('p', {class: 'help'});
  private readonly code = make('code');
  private readonly pre: HTMLElement;
  private readonly button: HTMLButtonElement;

  constructor(
    name: string,
    level: 'h3' | 'h4',
    private readonly tell: (message: string) => void,
  ) {
    this.heading = make(level, {id: `output-${name}`});
    this.button = make(
      'button',
      {type: 'button', 'aria-describedby': `output-${name}`},
      words.copy,
    );
    this.button.addEventListener('click', () => void this.copy());
    this.pre = make(
      'pre',
      {tabindex: '0', 'aria-labelledby': `output-${name}`, role: 'group'},
      this.code,
    );
    this.element = make(
      'section',
      {class: 'output', 'data-output': name},
      make('div', {class: 'output-head'}, this.heading, this.button),
      this.help,
      this.pre,
    );
  }

  show({title, text, help = ''}: Output): void {
    if (this.heading.textContent !== title) this.heading.textContent = title;
    if (this.code.textContent !== (text ?? '')) this.code.textContent = text ?? '';
    this.help.textContent = help;
    this.help.hidden = help === '';
    this.pre.hidden = text === undefined;
    this.button.hidden = text === undefined;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code.textContent);
      this.tell(fill(words.copied, {what: this.heading.textContent}));
    } catch {
      getSelection()?.selectAllChildren(this.code);
      this.tell(words.notCopied);
    }
  }
}
