import type {Room} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {chatError} from '../client/chat-error.js';
import type {Aside, PanelView} from '../panel/aside.js';
import {errorOf, tick, type Errors} from './checked-form.js';

/** Rules first, then a name: how one begins to write among neighbours. */
export class JoinForm implements Aside {
  readonly title: string;
  private nickname: string;
  private isAccepted = false;
  private errors: Errors = {};
  private isBusy = false;

  constructor(private readonly view: PanelView) {
    this.title = view.words.messages.joinTitle;
    this.nickname = view.room.me?.name ?? '';
  }

  template(): TemplateResult | typeof nothing {
    const {view, errors} = this;
    const {messages} = view.words;
    const settings = view.room.room?.settings;
    if (!settings) return nothing;
    const isWrong = errors['nickname'] !== undefined;
    return html`<form
      class="entries"
      novalidate
      @submit=${(event: Event) => this.handleSubmit(event)}
    >
      <h3 id="rules">${messages.rules}</h3>
      <div class="rules" role="region" aria-labelledby="rules" tabindex="0">
        <p class="plain">${settings.rules}</p>
      </div>
      ${tick('accept', messages.accept, {
        isOn: this.isAccepted,
        change: isOn => (this.isAccepted = isOn),
        errors,
        messages,
      })}
      <div class="entry">
        <label for="nickname">${messages.nickname}</label>
        <p class="muted small" id="nickname-hint">${messages.nicknameHint}</p>
        <input
          class="field"
          id="nickname"
          maxlength="40"
          autocomplete="nickname"
          aria-required="true"
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? 'nickname-hint nickname-error' : 'nickname-hint'}
          .value=${this.nickname}
          @input=${({currentTarget}: Event) => {
            this.nickname = (currentTarget as HTMLInputElement).value;
          }}
        />
        ${errorOf('nickname', errors, messages)}
      </div>
      <p class="small muted">${messages.publicDays(settings.retentionDays)}</p>
      <div role="alert">${errorOf('join', errors, messages)}</div>
      <button class="button primary" type="submit" aria-busy=${this.isBusy}>
        ${messages.enter}
      </button>
    </form>`;
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    this.errors = {
      ...(!this.isAccepted && {accept: ({acceptMissing}) => acceptMissing}),
      ...(!this.nickname.trim() && {nickname: ({nicknameMissing}) => nicknameMissing}),
    };
    const [wrong] = Object.keys(this.errors);
    this.view.update();
    if (wrong) this.focus(wrong);
    else if (!this.isBusy) void this.join();
  }

  private async join(): Promise<void> {
    const {view} = this;
    const {client, room} = view;
    const wasKnown = client.isKnown;
    this.isBusy = true;
    view.update();
    client.keepSecret();
    try {
      const body = {
        nickname: this.nickname.trim(),
        acceptsRules: room.room?.settings?.rulesVersion,
      };
      const path = `rooms/${room.id}/members/me`;
      const joined = (await client.ask({method: 'PUT', path, body})) as Room;
      client.joined(room, joined);
      view.show(undefined);
    } catch (thrown) {
      const {code} = chatError(thrown);
      if (!wasKnown) client.forgetAll();
      if (code === 'nickname-taken') this.errors = {nickname: words => words.nicknameTaken};
      else if (code === 'blocked') this.errors = {join: words => words.joinBlocked};
      else this.errors = {join: words => words.joinFailed};
      if (code === 'rules-not-accepted') {
        // another version meanwhile: it is read before it is accepted
        this.isAccepted = false;
        this.errors = {accept: words => words.rulesChanged};
        await room.check();
      }
      this.focus(Object.keys(this.errors)[0] ?? '');
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
