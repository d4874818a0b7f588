import {formatTime, isoDateIn} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Report} from '../../api/inbox-types.js';
import {dayName} from '../../format/days.js';
import {Action} from '../../state/action.js';
import {textArea} from '../../templates/fields.js';
import {textOf} from '../../templates/form.js';
import {icon, ARROW_BACK} from '../../templates/icons.js';
import {linkedText} from '../../templates/linked-text.js';
import {formProblem, problemTemplate} from '../../templates/problem.js';
import type {InboxContext} from '../inbox-context.js';

/** Notices that something should not be shown, and the decisions (regulation (EU) 2022/2065, art. 16 and 17). */
export class ReportsPane {
  /** Absent until they have come. */
  open: readonly Report[] | undefined;

  private decided: readonly Report[] | undefined;
  private readonly loading: Action;
  private readonly loadingDecided: Action;
  private readonly deciding: Action;
  /** Id of the report whose form was sent last. */
  private subject = '';
  private errors: {decision?: string; reason?: string} = {};

  constructor(
    private readonly context: InboxContext,
    private readonly back: () => void,
  ) {
    const {desk} = context;
    this.loading = new Action(desk);
    this.loadingDecided = new Action(desk);
    this.deciding = new Action(desk);
  }

  load(): void {
    void this.loading.run(async () => {
      this.open = await this.context.inbox.api.reports('open');
    });
  }

  template(): TemplateResult {
    const {messages} = this.context.desk.words();
    const {open} = this;
    return html`<section
      class="talk reports"
      aria-labelledby="reports-title"
      @keydown=${this.handleKey}
    >
      <header class="talk-head">
        <button
          class="button tool back"
          type="button"
          aria-label=${messages.backToRooms}
          @click=${this.back}
        >
          ${icon(ARROW_BACK)}
        </button>
        <div class="talk-names">
          <h3 id="reports-title" tabindex="-1">${messages.reports}</h3>
        </div>
      </header>
      <div class="reports-list">
        ${problemTemplate(this.loading, messages)}
        ${
          open
            ? open.length === 0
              ? html`<p class="empty">${messages.reportsNone}</p>`
              : open.map(report => this.report(report))
            : this.loading.sentence
              ? nothing
              : html`<p class="wait" role="status">${messages.loading}</p>`
        }
        ${this.archive()}
      </div>
    </section>`;
  }

  private report(report: Report): TemplateResult {
    const {messages} = this.context.desk.words();
    return html`<article class="box report-box" aria-labelledby="report-${report.id}">
      ${this.facts(report)}
      <form novalidate @submit=${(event: SubmitEvent) => this.submit(event, report)}>
        <fieldset
          aria-describedby=${this.errorOf(report, 'decision') ? `decision-${report.id}` : nothing}
        >
          <legend>${messages.decision}</legend>
          <label class="choice">
            <input type="radio" name="decision" .value=${'keep'} />
            <span>${messages.decisionKeep}</span>
          </label>
          <label class="choice">
            <input type="radio" name="decision" .value=${'remove'} />
            <span>${messages.decisionRemove}</span>
          </label>
          ${
            this.errorOf(report, 'decision')
              ? html`<p class="problem" id="decision-${report.id}" role="alert">
                  ${this.errorOf(report, 'decision')}
                </p>`
              : nothing
          }
        </fieldset>
        ${textArea(
          {
            name: `reason-${report.id}`,
            label: messages.decisionReason,
            most: 1000,
            error: this.errorOf(report, 'reason'),
          },
          2,
        )}
        ${this.subject === report.id ? formProblem(this.deciding) : nothing}
        <div class="steps">
          <button
            class="button primary"
            type="submit"
            aria-disabled=${this.deciding.isBusy ? 'true' : 'false'}
          >
            ${messages.decide}
          </button>
        </div>
      </form>
    </article>`;
  }

  private facts(report: Report): TemplateResult {
    const {messages} = this.context.desk.words();
    const {id, message, reason, explanation, name, email, receivedAt, room} = report;
    const who = [name, email].filter(Boolean).join(', ');
    return html`<h4 id="report-${id}">${messages.reportedFor(messages.reportReasons[reason])}</h4>
      <p class="hint">${messages.reportedMessage}</p>
      <blockquote>
        <p class="by"><b>${message.author.name ?? messages.visitor}</b></p>
        ${
          message.text
            ? html`<p class="said">${linkedText(message.text)}</p>`
            : html`<p><i>${message.image ? messages.photo : messages.deletedMessage}</i></p>`
        }
      </blockquote>
      ${explanation ? html`<p class="said">${linkedText(explanation)}</p>` : nothing}
      <p class="hint">
        ${who ? messages.reportedBy(who) : messages.reportedAnonymously} ·
        ${this.moment(receivedAt)}
      </p>
      <button class="button quiet" type="button" @click=${() => this.context.open(room)}>
        ${messages.showInRoom}
      </button>`;
  }

  private archive(): TemplateResult {
    const {messages} = this.context.desk.words();
    return html`<details class="fold" @toggle=${this.handleArchive}>
      <summary><h4>${messages.reportsDecided}</h4></summary>
      <div class="form">
        ${problemTemplate(this.loadingDecided, messages)}
        ${this.decided?.map(
          report =>
            html`<article class="report-box">
              ${this.facts(report)}
              <p>
                <b>${report.state === 'kept' ? messages.decidedKept : messages.decidedRemoved}</b>
                ${report.decision?.reason ?? nothing}
              </p>
            </article>`,
        )}
        ${this.decided?.length === 0 ? html`<p class="empty">${messages.auditNone}</p>` : nothing}
      </div>
    </details>`;
  }

  private moment(instant: string): string {
    const {desk} = this.context;
    const {messages, language} = desk.words();
    const at = new Date(instant);
    const day = dayName(isoDateIn(at, desk.timeZone), desk.today(), messages, language);
    return `${day}, ${formatTime(at, language, desk.timeZone)}`;
  }

  private errorOf({id}: Report, field: 'decision' | 'reason'): string | undefined {
    return this.subject === id ? this.errors[field] : undefined;
  }

  private submit(event: SubmitEvent, {id}: Report): void {
    event.preventDefault();
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    const element = event.currentTarget as HTMLFormElement;
    const form = new FormData(element);
    const decision = textOf(form, 'decision') as '' | 'keep' | 'remove';
    const reason = textOf(form, `reason-${id}`);
    this.subject = id;
    this.errors = {
      ...(!decision && {decision: messages.decisionMissing}),
      ...(!reason && {reason: messages.reasonMissing}),
    };
    if (!decision || !reason) {
      desk.focus(decision ? `#reason-${id}` : `[aria-labelledby=report-${id}] [type=radio]`);
      return;
    }
    void this.deciding
      .run(() => inbox.api.decideReport(id, {decision, reason}))
      .then(succeeded => {
        if (!succeeded) return;
        this.open = this.open?.filter(each => each.id !== id);
        this.decided = undefined;
        desk.say(messages.decided);
        desk.focus('#reports-title');
      });
  }

  private readonly handleArchive = ({currentTarget}: Event): void => {
    if (!(currentTarget as HTMLDetailsElement).open || this.decided) return;
    void this.loadingDecided.run(async () => {
      const {api} = this.context.inbox;
      const both = await Promise.all([api.reports('kept'), api.reports('removed')]);
      this.decided = both.flat().sort(byDecision);
    });
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.back();
  };
}

/** The last decision first. */
function byDecision(one: Report, other: Report): number {
  return (other.decision?.decidedAt ?? '').localeCompare(one.decision?.decidedAt ?? '');
}
