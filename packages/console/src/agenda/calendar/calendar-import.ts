import type {DeskCalendar, DeskFeed, EventImportReport} from '@local-widgets/model/schemas.js';
import {formatDate} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {ImportSource} from '../../api/events-api.js';
import {HubError} from '../../api/hub-error.js';
import {Action} from '../../state/action.js';
import {checkbox, textField} from '../../templates/fields.js';
import {fieldErrors, textOf} from '../../templates/form.js';
import {formProblem, problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {freeId} from './free-id.js';

/** As many bytes as the hub takes. */
const LARGEST = 10 * 1024 * 1024;

/** Agendas that are kept elsewhere: taken over after a look at what that does, and handed on. */
export class CalendarImport {
  private feeds: readonly DeskFeed[] | undefined;
  /** The calendar that the feeds are of. */
  private loaded = '';
  private errors: Readonly<Record<string, string>> = {};
  private source: ImportSource | undefined;
  private report: EventImportReport | undefined;
  private readonly loading: Action;
  private readonly adding: Action;
  private readonly trying: Action;
  private readonly importing: Action;

  constructor(
    private readonly part: AgendaPart,
    private readonly imported: () => void,
  ) {
    const {desk} = part;
    this.loading = new Action(desk);
    this.adding = new Action(desk);
    this.trying = new Action(desk);
    this.importing = new Action(desk);
  }

  template({id}: DeskCalendar): TemplateResult {
    const {messages} = this.part.desk.words();
    const toggle = ({currentTarget, target}: Event): void => {
      if (target === currentTarget && (currentTarget as HTMLDetailsElement).open) this.want(id);
    };
    return html`<details class="fold" id="fold-import" @toggle=${toggle}>
      <summary><h3>${messages.importEventsTitle}</h3></summary>
      <div class="form">
        <p class="hint">${messages.importEventsHint}</p>
        ${problemTemplate(this.loading, messages)} ${this.list(id)} ${this.feedForm(id)}
        ${this.fileForm(id)}
        ${
          this.trying.isBusy
            ? html`<p class="wait" role="status">${messages.importTrying}</p>`
            : formProblem(this.trying)
        }
        ${this.report ? this.reportTemplate(id, this.report) : nothing}
      </div>
    </details>`;
  }

  private list(id: string): TemplateResult | typeof nothing {
    const {messages} = this.part.desk.words();
    const {feeds} = this;
    if (!feeds || this.loaded !== id || feeds.length === 0) return nothing;
    return html`<ul class="rows">
      ${feeds.map(feed => {
        const {settings, state} = feed;
        return html`<li>
          <p>
            <b>${settings.name}</b>
            <span class="hint">${settings.url ?? settings.agenda ?? ''}</span>
            ${state.problem ? html`<span class="badge urgent">${messages.feedProblems[state.problem]}</span>` : nothing}
            ${settings.isPublic ? html`<span class="badge">${messages.handedOn}</span>` : nothing}
          </p>
          <div class="steps">
            <button
              class="button"
              type="button"
              @click=${() => this.try(id, {feed: feed.id})}
              aria-label="${messages.importTryFeed}, ${settings.name}"
            >
              ${messages.importTryFeed}
            </button>
            <button
              class="button quiet"
              type="button"
              @click=${() => this.remove(id, feed)}
              aria-label="${messages.removeFeed}, ${settings.name}"
            >
              ${messages.removeFeed}
            </button>
          </div>
        </li>`;
      })}
    </ul>`;
  }

  private feedForm(id: string): TemplateResult {
    const {messages} = this.part.desk.words();
    const {errors} = this;
    return html`<form
      class="form feed-form"
      novalidate
      aria-label=${messages.addFeedTitle}
      @submit=${(event: SubmitEvent) => this.addFeed(event, id)}
    >
      ${textField({
        name: 'feed-url',
        label: messages.feedUrl,
        hint: messages.feedUrlHint,
        type: 'url',
        error: errors['url'] ?? errors['agenda'],
      })}
      ${textField({name: 'feed-name', label: messages.feedName, most: 120, error: errors['name']})}
      ${checkbox('feed-public', messages.feedPublic, false, {hint: messages.feedPublicHint})}
      ${formProblem(this.adding)}
      <div class="steps">
        <button
          class="button primary"
          type="submit"
          aria-disabled=${this.adding.isBusy ? 'true' : 'false'}
        >
          ${messages.addFeed}
        </button>
      </div>
    </form>`;
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

  private want(id: string): void {
    if (this.loaded === id && this.feeds) return;
    void this.load(id);
  }

  private load(id: string): Promise<boolean> {
    return this.loading.run(async () => {
      this.feeds = await this.part.api.feeds(id);
      this.loaded = id;
    });
  }

  private addFeed(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const {desk, api} = this.part;
    const {messages} = desk.words();
    const element = event.currentTarget as HTMLFormElement;
    const form = new FormData(element);
    const url = textOf(form, 'feed-url');
    const isAgenda = /^\d{1,12}$/.test(url);
    if (!isAgenda && !/^(https?|webcal):\/\/\S+$/.test(url)) {
      this.showErrors({url: messages.feedUrlWrong}, '#feed-url');
      return;
    }
    const name = textOf(form, 'feed-name') || nameOfFeed(url);
    const feed = freeId(name, new Set(this.feeds?.map(each => each.id)));
    this.showErrors({});
    void this.adding.run(async () => {
      try {
        await api.putFeed(
          id,
          {id: feed},
          {name, ...(isAgenda ? {agenda: url} : {url}), isPublic: form.has('feed-public')},
        );
      } catch (error) {
        if (error instanceof HubError) {
          this.showErrors(fieldErrors(error), '.feed-form [aria-invalid=true]');
        }
        throw error;
      }
      element.reset();
      await this.load(id);
      // what one adds it for: to see what is in it
      this.try(id, {feed});
    });
  }

  private remove(id: string, {id: feed, version, settings}: DeskFeed): void {
    const {desk, api} = this.part;
    void this.adding.run(async () => {
      await api.deleteFeed(id, {id: feed, version});
      await this.load(id);
      desk.say(desk.words().messages.feedRemoved(settings.name));
      desk.focus('#fold-import summary');
    });
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

/** A name for who gave none: the site's. */
function nameOfFeed(url: string): string {
  try {
    return new URL(url.replace(/^webcal:/, 'https:')).hostname.replace(/^www\./, '');
  } catch {
    return `OpenAgenda ${url}`;
  }
}
