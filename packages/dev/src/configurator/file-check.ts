import {make} from './dom.js';
import type {FileReport} from './file-report.js';
import {fill, lang, words} from './words.js';

/** How many refused lines are listed. */
const LISTED = 50;

/** Where somebody pastes, chooses or drops a file, and reads what a widget would make of it. */
export class FileCheck {
  readonly element: HTMLElement;
  private readonly text = make('textarea', {id: 'file-text', rows: '6', spellcheck: 'false'});
  private readonly file = make('input', {type: 'file', id: 'file-pick'});
  private readonly answer = make('div', {class: 'report'});
  private readonly status = make('p', {role: 'status'});
  private bytes: Uint8Array | undefined;

  constructor(
    private readonly widget: () => {readonly name: string; readonly timeZone: string | undefined},
    private readonly show: (data: NonNullable<FileReport['data']>) => void,
  ) {
    const check = make('button', {type: 'button'}, words.checkNow);
    this.element = make(
      'div',
      {class: 'file'},
      make('p', {class: 'help'}, words.checkHelp),
      make('div', {class: 'field'}, make('label', {for: 'file-text'}, words.paste), this.text),
      make('div', {class: 'field'}, make('label', {for: 'file-pick'}, words.pick), this.file),
      make('p', {class: 'actions'}, check),
      this.status,
      this.answer,
    );
    check.addEventListener('click', () => void this.check());
    this.text.addEventListener('input', () => void (this.bytes = undefined));
    this.file.addEventListener('change', () => void this.take(this.file.files?.[0]));
    this.element.addEventListener('dragover', event => event.preventDefault());
    this.element.addEventListener('drop', event => {
      event.preventDefault();
      const [dropped] = event.dataTransfer?.files ?? [];
      if (dropped) void this.take(dropped);
    });
  }

  /** Forgets what was said of another widget's file. */
  clear(): void {
    this.status.textContent = '';
    this.answer.replaceChildren();
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.bytes = new Uint8Array(await file.arrayBuffer());
    await this.check();
  }

  private async check(): Promise<void> {
    const {reportOn} = await import('./file-report.js');
    const {name, timeZone} = this.widget();
    const report = reportOn(name, this.bytes ?? this.text.value, {lang, timeZone, now: new Date()});
    this.status.textContent = report.summary;
    this.answer.replaceChildren(...this.details(report));
  }

  private details({rejected, data}: FileReport): Node[] {
    const more = rejected.length - LISTED;
    const list = make(
      'ol',
      {class: 'rejected'},
      ...rejected
        .slice(0, LISTED)
        .map(({at, unit, why, text}) =>
          make(
            'li',
            {},
            make('strong', {}, fill(words[unit], {n: at})),
            ` : ${why}`.replace(/^ :/, lang === 'fr' ? '\u00a0:' : ':'),
            text !== undefined && make('code', {}, text),
          ),
        ),
    );
    const parts: Node[] = rejected.length > 0 ? [list] : [];
    if (more > 0) parts.push(make('p', {}, fill(words.moreRejected, {n: more})));
    if (data) {
      const button = make('button', {type: 'button'}, words.showFile);
      button.addEventListener('click', () => this.show(data));
      parts.push(make('p', {class: 'actions'}, button));
    }
    return parts;
  }
}
