import {html, nothing, type TemplateResult} from 'lit';
import {Action} from '../../state/action.js';
import type {DeskOwner} from '../../state/desk-owner.js';
import {selectField, textArea} from '../../templates/fields.js';
import {textOf} from '../../templates/form.js';
import {formProblem} from '../../templates/problem.js';

/** One question that is asked before something is done that others are told of. */
export interface Question {
  /** What it stands beside; one question is open at a time. */
  readonly about: string;
  readonly title: string;
  readonly hint?: string;
  /** Sentences that each say one thing, before the hint. */
  readonly details?: readonly string[];
  /** Name of the field for the reason; absent where none is asked for. */
  readonly reason?: string;
  readonly isReasonNeeded?: boolean;
  /** What is said when it is needed and missing; absent: that it is due to the author. */
  readonly missing?: string;
  /** Characters of the reason; 1000 when absent. */
  readonly most?: number;
  /** How long, as minutes; the empty value is for good. */
  readonly terms?: {
    readonly label: string;
    readonly choices: readonly (readonly [string, string])[];
  };
  readonly submit: string;
  /** It cannot be undone. */
  readonly isGrave?: boolean;
  /** @throws HubError */
  readonly send: (answer: {reason: string; minutes: number | undefined}) => Promise<unknown>;
  /** What is said when it is done. */
  readonly done: string;
  readonly undo?: () => void;
  /** Selector of what gets the keyboard back. */
  readonly back: string;
}

/** Asks for a reason, or whether somebody really means it, where the thing itself stands. */
export class ReasonForm {
  private question: Question | undefined;
  private isMissing = false;
  private readonly sending: Action;

  constructor(private readonly desk: DeskOwner) {
    this.sending = new Action(desk);
  }

  /** Whether it is asked about this. */
  isAbout(about: string): boolean {
    return this.question?.about === about;
  }

  ask(question: Question): void {
    this.question = question;
    this.isMissing = false;
    this.sending.error = undefined;
    this.desk.focus('.reason-form textarea, .reason-form select, .reason-form [type=submit]');
  }

  close(): void {
    const back = this.question?.back;
    this.question = undefined;
    if (back !== undefined) this.desk.focus(back);
  }

  /** The question about one thing; nothing where none is asked. */
  template(about: string): TemplateResult | typeof nothing {
    const {question} = this;
    if (!question || !this.isAbout(about)) return nothing;
    const {messages} = this.desk.words();
    const {title, hint, details, reason, isReasonNeeded, missing, most = 1000} = question;
    const {terms, submit, isGrave} = question;
    return html`<form
      class="reason-form box"
      novalidate
      aria-label=${title}
      @submit=${(event: SubmitEvent) => this.submit(event, question)}
      @keydown=${this.handleKey}
    >
      <p><b>${title}</b></p>
      ${
        details
          ? html`<ul class="details">
              ${details.map(each => html`<li>${each}</li>`)}
            </ul>`
          : nothing
      }
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${
        terms
          ? selectField(
              {name: 'minutes', label: terms.label, value: terms.choices[1]?.[0]},
              terms.choices,
            )
          : nothing
      }
      ${
        reason
          ? textArea(
              {
                name: 'reason',
                label: reason,
                most,
                required: isReasonNeeded ?? false,
                error: this.isMissing ? (missing ?? messages.reasonMissing) : undefined,
              },
              2,
            )
          : nothing
      }
      ${formProblem(this.sending)}
      <div class="steps">
        <button
          class="button ${isGrave ? 'grave' : 'primary'}"
          type="submit"
          aria-disabled=${this.sending.isBusy ? 'true' : 'false'}
        >
          ${submit}
        </button>
        <button class="button" type="button" @click=${() => this.close()}>
          ${messages.cancel}
        </button>
      </div>
    </form>`;
  }

  private submit(event: SubmitEvent, question: Question): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const reason = textOf(form, 'reason');
    this.isMissing = question.isReasonNeeded === true && !reason;
    if (this.isMissing) {
      this.desk.focus('.reason-form textarea');
      return;
    }
    const minutes = Number(textOf(form, 'minutes')) || undefined;
    void this.sending
      .run(() => question.send({reason, minutes}))
      .then(succeeded => {
        if (!succeeded) return;
        this.close();
        this.desk.offerUndo(question.done, question.undo);
      });
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // it closes this, and not the room around
    event.stopPropagation();
    this.close();
  };
}
