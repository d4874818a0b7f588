import {html, nothing, type TemplateResult} from 'lit';
import type {SessionApi} from '../api/session-api.js';
import type {Messages} from '../locales/index.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';

export interface AccountActions {
  /** Absent where there is but one shop. */
  readonly otherShop: (() => void) | undefined;
  /** What was written here, has not left, and is lost by signing out; empty when there is nothing. */
  readonly unsent: string;
  readonly signOut: () => Promise<void>;
  readonly say: (sentence: string) => void;
}

/** Who is signed in, and what they can do about it. */
export class Account {
  private readonly leaving: Action;
  private readonly passkey: Action;
  /** Somebody wants to leave, and has been told what is lost. */
  private isWarned = false;

  constructor(
    private readonly owner: Pick<DeskOwner, 'words' | 'update' | 'sentenceOf'>,
    private readonly api: SessionApi,
  ) {
    this.leaving = new Action(owner);
    this.passkey = new Action(owner);
  }

  template(email: string, {otherShop, unsent, signOut, say}: AccountActions): TemplateResult {
    const {messages} = this.owner.words();
    const failure = this.leaving.sentence || this.passkeySentence(messages);
    return html`<details class="account" @keydown=${closeOnEscape}>
      <summary class="button">${messages.account}</summary>
      <div class="menu">
        <p>${messages.signedInAs(email)}</p>
        ${
          otherShop
            ? html`<button class="button" type="button" @click=${otherShop}>
                ${messages.otherShop}
              </button>`
            : nothing
        }
        ${
          typeof PublicKeyCredential === 'undefined'
            ? nothing
            : html`<button class="button" type="button" @click=${() => void this.addPasskey(say)}>
                ${messages.addPasskey}
              </button>`
        }
        ${this.isWarned && unsent ? html`<p class="problem" role="alert">${unsent}</p>` : nothing}
        <button class="button" type="button" @click=${() => this.leave(unsent, signOut)}>
          ${this.isWarned && unsent ? messages.signOutAnyway : messages.signOut}
        </button>
        ${failure ? html`<p class="problem" role="alert">${failure}</p>` : nothing}
      </div>
    </details>`;
  }

  private leave(unsent: string, signOut: () => Promise<void>): void {
    if (unsent && !this.isWarned) {
      this.isWarned = true;
      this.owner.update();
      return;
    }
    this.isWarned = false;
    void this.leaving.run(signOut);
  }

  private async addPasskey(say: (sentence: string) => void): Promise<void> {
    const done = await this.passkey.run(async () => {
      const {registerPasskey} = await import('../passkeys.js');
      await registerPasskey(this.api);
    });
    if (done) say(this.owner.words().messages.passkeyAdded);
  }

  private passkeySentence(messages: Messages): string {
    const {error, sentence} = this.passkey;
    if (!(error instanceof Error) || error.name !== 'PasskeyError') return sentence;
    const {code} = error as Error & {code?: string};
    return code === 'exists' ? messages.passkeyExists : messages.passkeyCancelled;
  }
}

function closeOnEscape({key, currentTarget}: KeyboardEvent): void {
  if (key !== 'Escape') return;
  const details = currentTarget as HTMLDetailsElement;
  details.open = false;
  details.querySelector('summary')?.focus();
}
