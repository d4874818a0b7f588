import {formatDate, isoDateIn} from '@local-widgets/core';
import {html, type TemplateResult} from 'lit';
import type {ApiToken, Role} from '../api/types.js';
import {selectField, textField} from '../templates/fields.js';
import {textOf} from '../templates/form.js';
import {formProblem} from '../templates/problem.js';
import {FoldList} from './fold-list.js';
import {secretTemplate} from './secret.js';

/** Keys for programs of the shop's own. */
export class Tokens extends FoldList<ApiToken> {
  private token: string | undefined;
  private nameError = '';

  protected fetch(): Promise<readonly ApiToken[]> {
    return this.owner.api.tokens();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    return this.fold(
      'tokens',
      messages.tokensTitle,
      tokens => html`
        <p class="hint">${messages.tokensHint}</p>
        ${tokens.length === 0 ? html`<p class="empty">${messages.tokensNone}</p>` : ''}
        <ul class="rows">
          ${tokens.map(token => this.row(token))}
        </ul>
        ${secretTemplate(this.token, messages.tokenOnce)}
        <form novalidate @submit=${this.handleSubmit}>
          <div class="row">
            ${textField({name: 'token-name', label: messages.tokenName, error: this.nameError, most: 80})}
            ${selectField(
              {name: 'token-role', label: messages.personRole, value: 'clerk'},
              (['clerk', 'merchant'] as const).map(role => [role, messages.roles[role]]),
            )}
          </div>
          ${formProblem(this.changing)}
          <div class="steps">
            <button class="button" type="submit">${messages.tokenAdd}</button>
          </div>
        </form>
      `,
    );
  }

  private row({id, name, role, lastUsedAt}: ApiToken): TemplateResult {
    const {messages, language} = this.owner.words();
    const used = lastUsedAt
      ? messages.lastUsed(
          formatDate(isoDateIn(new Date(lastUsedAt), this.owner.timeZone), language, true),
        )
      : messages.neverUsed;
    const revoke = (): void =>
      void this.ask(() => this.owner.api.revokeToken(id), messages.tokenRevoked(name));
    return html`<li>
      <p><b>${name}</b> <span class="badge">${messages.roles[role]}</span> ${used}</p>
      <button
        class="button"
        type="button"
        aria-label=${messages.tokenRevoke(name)}
        @click=${revoke}
      >
        ${messages.revoke}
      </button>
    </li>`;
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const form = new FormData(element);
    const name = textOf(form, 'token-name');
    this.nameError = name ? '' : this.owner.words().messages.required;
    if (!name) {
      this.owner.focus('#token-name');
      return;
    }
    void this.ask(async () => {
      const role = textOf(form, 'token-role') as Role;
      this.token = (await this.owner.api.makeToken(name, role)).token;
      element.reset();
      this.owner.focus('#fold-tokens .secret input');
    });
  };
}
