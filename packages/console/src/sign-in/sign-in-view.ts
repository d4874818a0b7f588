import {html, nothing, type TemplateResult} from 'lit';
import type {SessionApi} from '../api/session-api.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import {textField} from '../templates/fields.js';

/** What the sign-in needs of the element around it. */
export type SignInOwner = Pick<DeskOwner, 'words' | 'update' | 'sentenceOf' | 'focus'>;

/** Signing in without a password: a link by e-mail, or a passkey. */
export class SignInView {
  private readonly sending: Action;
  private readonly passkey: Action;
  private email = '';
  private isSent = false;
  private fieldError = '';

  constructor(
    private readonly owner: SignInOwner,
    private readonly api: SessionApi,
    /** Somebody may be signed in now. */
    private readonly entered: () => void,
  ) {
    this.sending = new Action(owner);
    this.passkey = new Action(owner);
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    return html`<section class="sign-in" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title" tabindex="-1">
        ${this.isSent ? messages.linkSent : messages.signInTitle}
      </h2>
      ${this.isSent ? this.sent() : this.form()}
    </section>`;
  }

  private form(): TemplateResult {
    const {messages} = this.owner.words();
    return html`<p class="hint">${messages.signInHint}</p>
      <form novalidate @submit=${this.handleSubmit}>
        ${textField({
          name: 'email',
          label: messages.email,
          hint: messages.emailHint,
          type: 'email',
          autocomplete: 'email webauthn',
          value: this.email,
          error: this.fieldError,
          required: true,
        })}
        ${problem(this.sending.sentence)}
        <button
          class="button primary wide"
          type="submit"
          aria-disabled=${this.sending.isBusy ? 'true' : 'false'}
        >
          ${messages.sendLink}
        </button>
      </form>
      ${typeof PublicKeyCredential === 'undefined' ? nothing : this.withPasskey()}`;
  }

  private withPasskey(): TemplateResult {
    const {messages} = this.owner.words();
    return html`<p class="or"><span>${messages.or}</span></p>
      ${problem(this.passkeySentence())}
      <button
        class="button wide passkey"
        type="button"
        aria-disabled=${this.passkey.isBusy ? 'true' : 'false'}
        @click=${this.handlePasskey}
      >
        ${messages.usePasskey}
      </button>`;
  }

  private sent(): TemplateResult {
    const {messages} = this.owner.words();
    return html`<p role="status">${messages.linkSentHint(this.email)}</p>
      <div class="steps">
        <button class="button primary" type="button" @click=${this.entered}>
          ${messages.linkOpened}
        </button>
        <button class="button" type="button" @click=${this.handleAgain}>
          ${messages.linkAgain}
        </button>
      </div>`;
  }

  private passkeySentence(): string {
    const {messages} = this.owner.words();
    const {error} = this.passkey;
    const code = isPasskeyError(error) ? error.code : undefined;
    if (code === 'unknown') return messages.passkeyUnknown;
    return code ? messages.passkeyCancelled : this.passkey.sentence;
  }

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const {messages} = this.owner.words();
    const value = new FormData(event.currentTarget as HTMLFormElement).get('email');
    this.email = typeof value === 'string' ? value.trim() : '';
    this.fieldError = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(this.email) ? '' : messages.emailInvalid;
    if (this.fieldError) {
      this.owner.focus('[name=email]');
      this.owner.update();
      return;
    }
    void this.sending.run(async () => {
      await this.api.sendLink(this.email);
      this.isSent = true;
      this.owner.focus('#sign-in-title');
    });
  };

  private readonly handlePasskey = (): void => {
    void this.passkey.run(async () => {
      const {signInWithPasskey} = await import('../passkeys.js');
      await signInWithPasskey(this.api);
      this.entered();
    });
  };

  private readonly handleAgain = (): void => {
    this.isSent = false;
    this.owner.focus('[name=email]');
    this.owner.update();
  };
}

/** By its name: the class itself comes with the file for passkeys. */
function isPasskeyError(error: unknown): error is Error & {code: string} {
  return error instanceof Error && error.name === 'PasskeyError';
}

function problem(sentence: string): TemplateResult | typeof nothing {
  return sentence ? html`<p class="problem" role="alert">${sentence}</p>` : nothing;
}
