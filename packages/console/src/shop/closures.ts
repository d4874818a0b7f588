import {formatDate} from '@local-widgets/core';
import type {Closure, ShopSettings} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import {Action} from '../state/action.js';
import {textField} from '../templates/fields.js';
import {defined, someText, textOf} from '../templates/form.js';
import {formProblem} from '../templates/problem.js';
import type {Errors, SettingsOwner} from './settings-part.js';

/** Days on which nothing is handed out, besides the usual ones. */
export class Closures {
  private errors: Errors = {};
  private readonly saving: Action;

  constructor(private readonly owner: SettingsOwner) {
    this.saving = new Action(owner.desk);
  }

  template({closures}: ShopSettings): TemplateResult {
    const {messages} = this.owner.desk.words();
    const {errors} = this;
    return html`<section class="box" aria-labelledby="closures-title">
      <h3 id="closures-title" tabindex="-1">${messages.closuresTitle}</h3>
      ${
        closures.length === 0
          ? html`<p class="empty">${messages.closuresNone}</p>`
          : html`<ul class="rows">
              ${closures.map(closure => this.closure(closure, closures))}
            </ul>`
      }
      <form class="form" novalidate @submit=${(event: SubmitEvent) => this.add(event, closures)}>
        <div class="row">
          ${textField({name: 'from', label: messages.closureFrom, type: 'date', error: errors['from']})}
          ${textField({name: 'to', label: messages.closureTo, type: 'date', error: errors['to']})}
        </div>
        ${textField({name: 'reason', label: messages.closureReason, most: 120})}
        ${formProblem(this.saving)}
        <div class="steps">
          <button
            class="button"
            type="submit"
            aria-disabled=${this.saving.isBusy ? 'true' : 'false'}
          >
            ${messages.closureAdd}
          </button>
        </div>
      </form>
    </section>`;
  }

  private closure(closure: Closure, all: readonly Closure[]): TemplateResult {
    const {messages, language} = this.owner.desk.words();
    const when = messages.closureSpan(
      formatDate(closure.from, language, true),
      formatDate(closure.to, language, true),
    );
    const remove = (): void =>
      this.save(
        all.filter(each => each !== closure),
        messages.closureRemoved,
      );
    return html`<li>
      <p><b>${when}</b> ${closure.reason ?? ''}</p>
      <button
        class="button"
        type="button"
        aria-label=${messages.closureRemove(when)}
        @click=${remove}
      >
        ${messages.remove}
      </button>
    </li>`;
  }

  private add(event: SubmitEvent, closures: readonly Closure[]): void {
    event.preventDefault();
    const {messages} = this.owner.desk.words();
    const element = event.currentTarget as HTMLFormElement;
    const form = new FormData(element);
    const from = textOf(form, 'from');
    const to = textOf(form, 'to') || from;
    this.errors = {
      ...(!from && {from: messages.closureMissing}),
      ...(from && to < from && {to: messages.closureInvalid}),
    };
    if (Object.keys(this.errors).length > 0) {
      this.owner.desk.focus('#closures-title ~ .form [aria-invalid=true]');
      return;
    }
    const closure = defined<Closure>({from, to, reason: someText(form, 'reason')});
    const all = [...closures, closure].sort((a, b) => a.from.localeCompare(b.from));
    this.save(all, messages.closureAdded, () => element.reset());
  }

  private save(closures: Closure[], sentence: string, done?: () => void): void {
    void this.saving
      .run(() => this.owner.save({closures}))
      .then(succeeded => {
        if (!succeeded) return;
        done?.();
        this.owner.desk.say(sentence);
        this.owner.desk.focus('#closures-title');
      });
  }
}
