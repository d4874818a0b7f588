import {nextStates} from '@local-widgets/model';
import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskOwner} from '../state/desk-owner.js';

/** How the shop says no to an order: it refuses a new one, and calls off one that it had accepted. */
export function refusalOf({state}: Order): 'refused' | 'cancelled' | undefined {
  const allowed = nextStates(state, 'shop');
  return (['refused', 'cancelled'] as const).find(each => allowed.includes(each));
}

/** The question why an order is refused or called off; the customer reads the answer. */
export class Refusal {
  /** Id of the order that is about to be refused. */
  order: string | undefined;

  private isMissing = false;

  constructor(
    private readonly owner: DeskOwner,
    private readonly send: (id: string, to: OrderState, reason: string) => void,
  ) {}

  open(order: Order): void {
    this.order = order.id;
    this.isMissing = false;
    this.owner.focus(`#order-${order.id} .refusal input`);
  }

  private close(): void {
    const id = this.order;
    this.order = undefined;
    this.owner.focus(`#order-${id} .refuse`);
  }

  template(order: Order): TemplateResult {
    const {messages} = this.owner.words();
    const isNew = refusalOf(order) === 'refused';
    const choices = [...messages.refuseReasons, messages.refuseOther];
    return html`<form
      class="refusal"
      novalidate
      aria-label=${isNew ? messages.refuseTitle(order.code) : messages.callOffTitle(order.code)}
      @submit=${(event: SubmitEvent) => this.submit(event, order)}
      @keydown=${this.handleKey}
    >
      <fieldset aria-describedby=${this.isMissing ? 'refuse-missing' : nothing}>
        <legend>${messages.refuseReason}</legend>
        ${choices.map(
          (reason, at) =>
            html`<label class="choice">
              <input type="radio" name="reason" .value=${at < choices.length - 1 ? reason : ''} />
              <span>${reason}</span>
            </label>`,
        )}
        <label class="other">
          <span>${messages.refuseOtherLabel}</span>
          <input class="field" name="other" maxlength="300" @input=${this.handleOther} />
        </label>
      </fieldset>
      ${
        this.isMissing
          ? html`<p class="problem" id="refuse-missing" role="alert">${messages.refuseMissing}</p>`
          : nothing
      }
      <p class="hint">${messages.refuseWarning}</p>
      <div class="steps">
        <button class="button primary" type="submit">
          ${isNew ? messages.refuseSend : messages.callOffSend}
        </button>
        <button class="button" type="button" @click=${() => this.close()}>
          ${messages.cancel}
        </button>
      </div>
    </form>`;
  }

  private submit(event: SubmitEvent, order: Order): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    const chosen = textOf(fields, 'reason');
    const reason = chosen || textOf(fields, 'other');
    const to = refusalOf(order);
    this.isMissing = !reason;
    if (reason) {
      this.order = undefined;
      if (to) this.send(order.id, to, reason);
    } else {
      this.owner.focus('.refusal input');
    }
    this.owner.update();
  }

  /** Who writes a reason means that one. */
  private readonly handleOther = (event: Event): void => {
    const {form} = event.currentTarget as HTMLInputElement;
    const radios = form?.querySelectorAll<HTMLInputElement>('[type=radio]') ?? [];
    const last = radios[radios.length - 1];
    if (last) last.checked = true;
  };

  private readonly handleKey = ({key}: KeyboardEvent): void => {
    if (key === 'Escape') this.close();
  };
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
