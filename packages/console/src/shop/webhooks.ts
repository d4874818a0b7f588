import {formatDate, formatTime, isoDateIn} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {WebhookAttempt, WebhookEndpoint} from '../api/types.js';
import {textField} from '../templates/fields.js';
import {textOf} from '../templates/form.js';
import {formProblem} from '../templates/problem.js';
import {FoldList} from './fold-list.js';
import {secretTemplate} from './secret.js';

/** Where the hub tells of orders, what became of it, and once more. */
export class Webhooks extends FoldList<WebhookEndpoint> {
  private secret: string | undefined;
  private urlError = '';
  private readonly attempts = new Map<string, readonly WebhookAttempt[]>();

  protected fetch(): Promise<readonly WebhookEndpoint[]> {
    return this.owner.api.webhooks();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    return this.fold(
      'webhooks',
      messages.webhooksTitle,
      endpoints => html`
        <p class="hint">${messages.webhooksHint}</p>
        ${endpoints.length === 0 ? html`<p class="empty">${messages.webhooksNone}</p>` : ''}
        <ul class="rows">
          ${endpoints.map(endpoint => this.endpoint(endpoint))}
        </ul>
        ${secretTemplate(this.secret, messages.webhookSecret)}
        <form novalidate @submit=${this.handleSubmit}>
          ${textField({name: 'webhook-url', label: messages.webhookUrl, type: 'url', error: this.urlError})}
          ${formProblem(this.changing)}
          <div class="steps">
            <button class="button" type="submit">${messages.webhookAdd}</button>
          </div>
        </form>
      `,
    );
  }

  private endpoint({id, url, isEnabled}: WebhookEndpoint): TemplateResult {
    const {messages} = this.owner.words();
    const {api} = this.owner;
    return html`<li class="endpoint">
      <p>
        <b>${url}</b>
        ${isEnabled ? nothing : html`<span class="badge urgent">${messages.webhookDisabled}</span>`}
      </p>
      <div class="steps">
        <button
          class="button"
          type="button"
          aria-expanded=${this.attempts.has(id) ? 'true' : 'false'}
          @click=${() => void this.toggleAttempts(id)}
        >
          ${messages.webhookAttempts}
        </button>
        <button class="button" type="button" @click=${() => void this.rotate(id)}>
          ${messages.webhookRotate}
        </button>
        <button
          class="button"
          type="button"
          @click=${() => void this.ask(() => api.switchWebhook(id, !isEnabled))}
        >
          ${isEnabled ? messages.webhookSuspend : messages.webhookResume}
        </button>
        <button
          class="button"
          type="button"
          aria-label=${messages.webhookRemove(url)}
          @click=${() => void this.ask(() => api.removeWebhook(id))}
        >
          ${messages.remove}
        </button>
      </div>
      ${this.attemptsPart(id)}
    </li>`;
  }

  private attemptsPart(id: string): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const attempts = this.attempts.get(id);
    if (!attempts) return nothing;
    if (attempts.length === 0) return html`<p class="empty">${messages.attemptsNone}</p>`;
    return html`<ul class="attempts">
      ${attempts.map(attempt => this.attempt(id, attempt))}
    </ul>`;
  }

  private attempt(id: string, {at, status, error, outboxId}: WebhookAttempt): TemplateResult {
    const {messages, language} = this.owner.words();
    const moment = new Date(at);
    const {timeZone} = this.owner;
    const when = `${formatDate(isoDateIn(moment, timeZone), language)}, ${formatTime(moment, language, timeZone)}`;
    const isDone = status !== undefined && status !== null && status >= 200 && status < 300;
    const why = error ?? (status ? String(status) : messages.noAnswer);
    const replay = (): void =>
      void this.ask(async () => {
        await this.owner.api.replay(id, outboxId);
        await this.loadAttempts(id);
      }, messages.replayed);
    return html`<li data-done=${isDone ? 'true' : 'false'}>
      <span>${when} : ${isDone ? messages.attemptOk(status) : messages.attemptFailed(why)}</span>
      <button
        class="button quiet"
        type="button"
        aria-label="${messages.replay}, ${when}"
        @click=${replay}
      >
        ${messages.replay}
      </button>
    </li>`;
  }

  private async toggleAttempts(id: string): Promise<void> {
    if (this.attempts.delete(id)) this.owner.update();
    else await this.changing.run(() => this.loadAttempts(id));
  }

  private async loadAttempts(id: string): Promise<void> {
    this.attempts.set(id, await this.owner.api.attempts(id));
  }

  private async rotate(id: string): Promise<void> {
    await this.ask(async () => {
      this.secret = (await this.owner.api.rotateWebhook(id)).secret;
      this.owner.focus('#fold-webhooks .secret input');
    });
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const url = textOf(new FormData(element), 'webhook-url');
    this.urlError = /^https?:\/\/\S+$/.test(url) ? '' : this.owner.words().messages.invalidAddress;
    if (this.urlError) {
      this.owner.focus('#webhook-url');
      return;
    }
    void this.ask(async () => {
      this.secret = (await this.owner.api.addWebhook(url)).secret;
      element.reset();
      this.owner.focus('#fold-webhooks .secret input');
    });
  };
}
