import {html, nothing, type TemplateResult} from 'lit';
import type {ImportReport} from '../api/types.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import {formProblem} from '../templates/problem.js';
import {LARGEST_IMPORT, readImport, type ImportFile} from './import-file.js';

/** Takes over a whole catalogue from a file: first a trial that changes nothing, then the real thing. */
export class ImportPanel {
  isOpen = false;

  private file: ImportFile | undefined;
  private report: ImportReport | undefined;
  private fileError = '';
  private readonly trying: Action;
  private readonly importing: Action;

  constructor(
    private readonly owner: DeskOwner,
    /** The catalogue is another one. */
    private readonly imported: () => void,
  ) {
    this.trying = new Action(owner);
    this.importing = new Action(owner);
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.reset();
    this.owner.focus(this.isOpen ? '#import-file' : '#open-import');
  }

  template(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const {messages} = this.owner.words();
    return html`<section class="box" aria-labelledby="import-title">
      <h3 id="import-title">${messages.importTitle}</h3>
      <p class="hint" id="import-hint">${messages.importHint}</p>
      <form novalidate @submit=${this.handleSubmit}>
        <div class="labelled">
          <label for="import-file">${messages.importFile}</label>
          <input
            class="field"
            id="import-file"
            name="file"
            type="file"
            accept=".csv,.json,text/csv,application/json"
            aria-describedby=${this.fileError ? 'import-hint import-error' : 'import-hint'}
            aria-invalid=${this.fileError ? 'true' : 'false'}
            @change=${() => this.reset()}
          />
          ${
            this.fileError
              ? html`<p class="problem" id="import-error" role="alert">${this.fileError}</p>`
              : nothing
          }
        </div>
        ${formProblem(this.trying)}
        <button
          class=${this.report ? 'button' : 'button primary'}
          type="submit"
          aria-disabled=${this.trying.isBusy ? 'true' : 'false'}
        >
          ${messages.importTry}
        </button>
      </form>
      ${this.report ? this.reportPart(this.report) : nothing}
    </section>`;
  }

  private reportPart(report: ImportReport): TemplateResult {
    const {messages} = this.owner.words();
    const added = report.added.length;
    const changed = report.changed.length;
    const removed = report.removed.length;
    const {rejected} = report;
    const nothingToDo = added + changed + removed === 0;
    return html`<h4 id="import-report" tabindex="-1">${messages.importReport}</h4>
      <ul class="report">
        <li>${messages.importAdded(added)}</li>
        <li>${messages.importChanged(changed)}</li>
        <li>${messages.importRemoved(removed)}</li>
        <li>${messages.importRejected(rejected.length)}</li>
      </ul>
      ${removed > 0 ? html`<p class="hint">${messages.importRemovesAll}</p>` : nothing}
      ${
        rejected.length > 0
          ? html`<ul class="rejected">
              ${rejected.map(
                ({line, field, message}) =>
                  html`<li><b>${messages.importLine(line, field ?? '')}</b> : ${message}</li>`,
              )}
            </ul>`
          : nothing
      }
      ${formProblem(this.importing)}
      ${
        nothingToDo
          ? html`<p class="hint">${messages.importNothing}</p>`
          : html`<button
              class="button primary"
              type="button"
              aria-disabled=${this.importing.isBusy ? 'true' : 'false'}
              @click=${this.handleConfirm}
            >
              ${messages.importConfirm}
            </button>`
      }`;
  }

  private reset(): void {
    this.file = undefined;
    this.report = undefined;
    this.fileError = '';
    this.owner.update();
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const {messages} = this.owner.words();
    const input = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('input');
    const file = input?.files?.[0];
    this.reset();
    if (!file || file.size > LARGEST_IMPORT) {
      this.fileError = file ? messages.importTooLarge : messages.importMissing;
      this.owner.focus('#import-file');
      return;
    }
    void this.trying.run(async () => {
      this.file = readImport(new Uint8Array(await file.arrayBuffer()));
      this.report = await this.owner.api.importCatalogue(this.file, true);
      this.owner.focus('#import-report');
    });
  };

  private readonly handleConfirm = (): void => {
    const {file} = this;
    if (!file) return;
    void this.importing.run(async () => {
      await this.owner.api.importCatalogue(file, false);
      this.isOpen = false;
      this.reset();
      this.owner.say(this.owner.words().messages.importDone);
      this.owner.focus('#open-import');
      this.imported();
    });
  };
}
