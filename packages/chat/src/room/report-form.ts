import type {ReportReason} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {ShownMessage} from '../client/room-client.js';
import type {Aside, PanelView} from '../panel/aside.js';
import {errorOf, tick, type Errors} from './checked-form.js';

const REASONS: readonly ReportReason[] = [
  'illegal',
  'hate',
  'harassment',
  'personal-data',
  'spam',
  'rules',
];

/** A notice as regulation (EU) 2022/2065, art. 16, wants it; also of somebody who only reads. */
export class ReportForm implements Aside {
  readonly title: string;
  private reason: ReportReason | undefined;
  private explanation = '';
  private isInGoodFaith = false;
  private email = '';
  private errors: Errors = {};
  private isBusy = false;
  private isSent = false;

  constructor(
    private readonly view: PanelView,
    private readonly message: ShownMessage,
  ) {
    this.title = view.words.messages.reportTitle;
  }

  template(): TemplateResult {
    const {view, errors, message} = this;
    const {messages} = view.words;
    if (this.isSent) return html`<p id="sent" tabindex="-1">${messages.reportSent}</p>`;
    const isWrong = (name: string): boolean => errors[name] !== undefined;
    return html`<form
      class="entries"
      novalidate
      @submit=${(event: Event) => this.handleSubmit(event)}
    >
      <p>${messages.reported(message.name ?? messages.visitor)}</p>
      <blockquote class="quoted">${message.text}</blockquote>
      <fieldset class="choices" aria-describedby=${isWrong('reason') ? 'reason-error' : nothing}>
        <legend>${messages.whyReport}</legend>
        ${REASONS.map(
          (reason, index) =>
            html`<label class="choice">
              <input
                type="radio"
                name="reason"
                id=${index === 0 ? 'reason' : nothing}
                .checked=${this.reason === reason}
                @change=${() => (this.reason = reason)}
              />
              <span>${messages.reason(reason)}</span>
            </label>`,
        )}
      </fieldset>
      ${errorOf('reason', errors, messages)}
      <div class="entry">
        <label for="explanation">${messages.explanation}</label>
        <textarea
          class="field"
          id="explanation"
          rows="3"
          maxlength="2000"
          aria-required="true"
          aria-invalid=${isWrong('explanation') ? 'true' : nothing}
          aria-describedby=${isWrong('explanation') ? 'explanation-error' : nothing}
          .value=${this.explanation}
          @input=${({currentTarget}: Event) => {
            this.explanation = (currentTarget as HTMLTextAreaElement).value;
          }}
        ></textarea>
        ${errorOf('explanation', errors, messages)}
      </div>
      <div class="entry">
        <label for="report-email">
          ${messages.reportEmail} <span class="muted">(${messages.optional})</span>
        </label>
        <input
          class="field"
          id="report-email"
          type="email"
          autocomplete="email"
          maxlength="254"
          aria-invalid=${isWrong('report-email') ? 'true' : nothing}
          aria-describedby=${isWrong('report-email') ? 'report-email-error' : nothing}
          .value=${this.email}
          @input=${({currentTarget}: Event) => {
            this.email = (currentTarget as HTMLInputElement).value.trim();
          }}
        />
        ${errorOf('report-email', errors, messages)}
      </div>
      ${tick('good-faith', messages.goodFaith, {
        isOn: this.isInGoodFaith,
        change: isOn => (this.isInGoodFaith = isOn),
        errors,
        messages,
      })}
      <div role="alert">${errorOf('report', errors, messages)}</div>
      <button class="button primary" type="submit" aria-busy=${this.isBusy}>
        ${messages.sendReport}
      </button>
    </form>`;
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const {email} = this;
    this.errors = {
      ...(!this.reason && {reason: ({reasonMissing}) => reasonMissing}),
      ...(!this.explanation.trim() && {explanation: words => words.explanationMissing}),
      ...(email &&
        !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) && {
          'report-email': ({emailWrong}) => emailWrong,
        }),
      ...(!this.isInGoodFaith && {'good-faith': ({goodFaithMissing}) => goodFaithMissing}),
    };
    const [wrong] = Object.keys(this.errors);
    this.view.update();
    if (wrong) this.focus(wrong);
    else if (!this.isBusy) void this.send();
  }

  private async send(): Promise<void> {
    const {view, message, reason, explanation, email} = this;
    const {client, room} = view;
    this.isBusy = true;
    view.update();
    try {
      const body = {
        message: message.id,
        reason,
        explanation: explanation.trim(),
        goodFaith: true,
        ...(email && {email}),
      };
      await client.ask({method: 'POST', path: `rooms/${room.id}/reports`, body});
      this.isSent = true;
      this.focus('sent');
    } catch {
      this.errors = {report: ({reportFailed}) => reportFailed};
    }
    this.isBusy = false;
    view.update();
  }

  private focus(name: string): void {
    const {host} = this.view;
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>(`#${name}`)?.focus(),
    );
  }
}
