import type {DeskCalendar, EventImportReport} from '@local-widgets/model/schemas.js';
import {formatDate} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {ImportSource} from '../../api/events-api.js';
import {Action} from '../../state/action.js';
import {formProblem} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {CalendarFeeds} from './calendar-feeds.js';

/** As many bytes as the hub takes. */
const LARGEST = 10 * 1024 * 1024;

/** Agendas that are kept elsewhere: taken over after a look at what that does, and handed on. */
export class CalendarImport {
  private errors: Readonly<Record<string, string>> = {};
  private source: ImportSource | undefined;
  private report: EventImportReport | undefined;
  private readonly feeds: CalendarFeeds;
  private readonly trying: Action;
  private readonly importing: Action;

  constructor(
    private readonly part: AgendaPart,
    private readonly imported: () => void,
  ) {
    const {desk} = part;
    this.feeds = new CalendarFeeds(part, (calendar, feed) => this.try(calendar, {feed}));
    this.trying = new Action(desk);
    this.importing = new Action(desk);
  }

  template({id}: DeskCalendar): TemplateResult {
    const {messages} = this.part.desk.words();
    const toggle = ({currentTarget, target}: Event): void => {
      if (target === currentTarget && (currentTarget as HTMLDetailsElement).open)
        this.feeds.want(id);
    };
    return html`<details class="fold" id="fold-import" @toggle=${toggle}>
      <summary><h3>${messages.importEventsTitle}</h3></summary>
      <div class="form">
        <p class="hint">${messages.importEventsHint}</p>
        ${this.feeds.template(id)} ${this.fileForm(id)}
        ${
          this.trying.isBusy
            ? html`<p class="wait" role="status">${messages.importTrying}</p>`
            : formProblem(this.trying)
        }
        ${this.report ? this.reportTemplate(id, this.report) : nothing}
      </div>
    </details>`;
  }

  private fileForm(id: string): TemplateResult {
    const {messages} = this.part.desk.words();
    const error = this.errors['file'];
    return html`<form
      class="form file-form"
      novalidate
      aria-label=${messages.importFileTitle}
      @submit=${(event: SubmitEvent) => this.tryFile(event, id)}
    >
      <div class="labelled">
        <label for="import-ics">${messages.importFileLabel}</label>
        <input
          id="import-ics"
          class="field"
          type="file"
          accept=".ics,text/calendar"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby=${error ? 'import-ics-error' : nothing}
        />
        ${error ? html`<p class="problem" id="import-ics-error">${error}</p>` : nothing}
      </div>
      <div class="steps">
        <button class="button" type="submit">${messages.importTryFile}</button>
      </div>
    </form>`;
  }

  private reportTemplate(id: string, report: EventImportReport): TemplateResult {
    const {messages, language} = this.part.desk.words();
    const {added, changed, kept, missing, rejected, unchanged} = report;
    const lists = [
      [messages.eventsAdded(added.length), added],
      [messages.eventsChanged(changed.length), changed],
      [messages.eventsKept(kept.length), kept],
      [messages.eventsMissing(missing.length), missing],
    ] as const;
    const does = added.length + changed.length > 0;
    return html`<section class="box" aria-labelledby="import-events-report">
      <h4 id="import-events-report" tabindex="-1">${messages.importReportTitle}</h4>
      ${lists.map(([words, lines]) =>
        lines.length > 0
          ? html`<details class="report-list">
              <summary>${words}</summary>
              <ul class="rejected">
                ${lines.map(
                  ({name, startDate}) =>
                    html`<li>${formatDate(startDate, language, true)} : ${name}</li>`,
                )}
              </ul>
            </details>`
          : nothing,
      )}
      ${unchanged > 0 ? html`<p>${messages.eventsUnchanged(unchanged)}</p>` : nothing}
      ${
        rejected.length > 0
          ? html`<p class="report">${messages.eventsRejected(rejected.length)}</p>
              <ul class="rejected">
                ${rejected.map(
                  ({at, message, unit}) =>
                    html`<li>
                      ${messages.rejectedAt(unit === 'line' ? at : at + 1, unit)} : ${message}
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      ${formProblem(this.importing)}
      <div class="steps">
        ${
          does
            ? html`<button
                class="button primary"
                type="button"
                aria-disabled=${this.importing.isBusy ? 'true' : 'false'}
                @click=${() => this.confirm(id)}
              >
                ${messages.importEventsConfirm}
              </button>`
            : html`<p class="hint">${messages.importChangesNothing}</p>`
        }
        <button class="button" type="button" @click=${() => this.close()}>
          ${messages.cancel}
        </button>
      </div>
    </section>`;
  }

  private tryFile(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const {messages} = this.part.desk.words();
    const input = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('input');
    const file = input?.files?.[0];
    if (!file || file.size > LARGEST) {
      const words = file ? messages.icsTooLarge : messages.icsMissing;
      this.showErrors({file: words}, '#import-ics');
      return;
    }
    this.showErrors({});
    this.try(id, {file});
  }

  private try(id: string, source: ImportSource): void {
    this.source = undefined;
    this.report = undefined;
    this.importing.error = undefined;
    void this.trying.run(async () => {
      this.report = await this.part.api.importEvents(id, source, true);
      this.source = source;
      this.part.desk.focus('#import-events-report');
    });
  }

  private confirm(id: string): void {
    const {source} = this;
    const {desk, api} = this.part;
    if (!source) return;
    void this.importing.run(async () => {
      const {added, changed} = await api.importEvents(id, source, false);
      this.close();
      desk.say(desk.words().messages.eventsImported(added.length, changed.length));
      this.imported();
    });
  }

  private close(): void {
    this.source = undefined;
    this.report = undefined;
    this.part.desk.focus('#fold-import summary');
    this.part.desk.update();
  }

  private showErrors(errors: Readonly<Record<string, string>>, selector?: string): void {
    this.errors = errors;
    if (selector) this.part.desk.focus(selector);
    this.part.desk.update();
  }
}
