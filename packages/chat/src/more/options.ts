import {download, formatTime} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import {chatError} from '../client/chat-error.js';
import type {Messages} from '../locales/index.js';
import type {MorePart, PanelView} from '../panel/aside.js';
import {contactFields} from '../panel/contact-fields.js';
import {transcriptOf} from './transcript.js';

/** What `POST …/links` answers. */
interface DeviceLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** What can be done with a conversation beside writing: each behind a line that opens. */
export class Options implements MorePart {
  private link: DeviceLink | undefined;
  private email = '';
  /** What became of the last wish. */
  private outcome = '';
  private isBusy = false;

  open(view: PanelView): void {
    this.link = undefined;
    this.outcome = '';
    view.show({
      title: view.words.messages.optionsTitle,
      template: () => this.template(view),
    });
  }

  follow(view: PanelView, token: string): void {
    this.outcome = '';
    const {messages} = view.words;
    view.show({
      title: messages.followTitle,
      template: () =>
        html`<p>${messages.followWhy}</p>
          <p>
            <button
              class="button primary"
              type="button"
              @click=${() => this.handleFollow(view, token)}
            >
              ${messages.followNow}
            </button>
          </p>
          ${this.outcomePart()}`,
    });
  }

  private template(view: PanelView): TemplateResult {
    const {room} = view;
    const {messages} = view.words;
    const {isPublic} = room.kept;
    const isHere = room.isKept && room.phase !== 'gone';
    return html`${this.outcomePart()}${this.conversationsPart(view)}
    ${
      isHere && !isPublic
        ? html`${room.isEnded ? nothing : this.contactPart(view)} ${this.copyPart(view)}
          ${this.linkPart(view)}
          ${
            room.isEnded
              ? nothing
              : option(
                  messages.endIt,
                  html`<p>${messages.endWhy}</p>
                    ${this.button(messages.endNow, '', () => this.handleEnd(view))}`,
                )
          }
          ${option(
            messages.eraseIt,
            html`<p>${messages.eraseWhy}</p>
              ${this.button(messages.eraseNow, 'danger', () => this.handleErase(view))}`,
          )}`
        : nothing
    }
    ${
      isHere && isPublic
        ? option(
            messages.leaveIt,
            html`<p>${messages.leaveWhy}</p>
              ${this.button(messages.leaveNow, 'danger', () => this.handleErase(view))}`,
          )
        : nothing
    }
    ${isPublic && room.room?.settings ? option(messages.rules, html`<p class="plain">${room.room.settings.rules}</p>`) : nothing}
    ${
      view.client.isKnown
        ? option(
            messages.yourData,
            html`<p>${messages.dataWhy}</p>
              ${this.button(messages.downloadData, '', () => this.handleData(view))}
              <p>${messages.eraseAllWhy}</p>
              ${this.button(messages.eraseAll, 'danger', () => this.handleEraseAll(view))}`,
          )
        : nothing
    }`;
  }

  private outcomePart(): TemplateResult {
    return html`<p role="status" class="notice" ?hidden=${!this.outcome}>${this.outcome}</p>`;
  }

  private conversationsPart(view: PanelView): unknown {
    const {client, room, words} = view;
    const others = client.conversations.filter(other => other !== room);
    if (others.length === 0) return nothing;
    return option(
      words.messages.yourConversations,
      html`${others.map(other => {
        const name = other.kept.name ?? other.kept.shop;
        return html`<p>
          <button class="button" type="button" @click=${() => view.turnTo(other)}>
            ${words.messages.withWhom(name, other.unread)}
          </button>
        </p>`;
      })}`,
    );
  }

  private contactPart(view: PanelView): unknown {
    const {draft, words, room} = view;
    const {messages} = words;
    return option(
      messages.yourContact,
      html`<p>${room.kept.hasContact ? messages.contactGiven : messages.contactWhy}</p>
        <form
          id="contact"
          novalidate
          @submit=${(event: Event) => {
            event.preventDefault();
            if (draft.checkContact()) {
              view.update();
              return;
            }
            void this.attempt(view, async () => {
              const path = `rooms/${room.id}/contact`;
              await view.client.ask({method: 'PUT', path, body: draft.contact});
              room.keep({hasContact: true});
              return messages.saved;
            });
          }}
        >
          ${contactFields(draft, words, 'contact')} ${this.button(messages.save, 'primary')}
        </form>`,
    );
  }

  private copyPart(view: PanelView): unknown {
    const {messages} = view.words;
    const {room, client} = view;
    return option(
      messages.copy,
      html`${this.button(messages.downloadCopy, '', () => this.handleCopy(view))}
        <form
          @submit=${(event: Event) => {
            event.preventDefault();
            const {email} = this;
            void this.attempt(view, async () => {
              const path = `rooms/${room.id}/transcript`;
              await client.ask({method: 'POST', path, body: {email}});
              return messages.mailSent(email);
            });
          }}
        >
          <div class="entry">
            <label for="copy-email">${messages.email}</label>
            <input
              class="field"
              id="copy-email"
              type="email"
              autocomplete="email"
              maxlength="254"
              required
              .value=${this.email}
              @input=${({currentTarget}: Event) => {
                this.email = (currentTarget as HTMLInputElement).value.trim();
              }}
            />
          </div>
          ${this.button(messages.mailCopy)}
        </form>`,
    );
  }

  private linkPart(view: PanelView): unknown {
    const {words} = view;
    const {messages, language} = words;
    const {link} = this;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return option(
      messages.otherDevice,
      html`<p>${messages.linkWhy}</p>
        ${
          link
            ? html`<div class="entry">
                  <label for="link">${messages.theLink}</label>
                  <input class="field" id="link" readonly .value=${link.url} />
                </div>
                <p class="pair">
                  ${this.button(messages.copyLink, '', () => this.handleCopyLink(link.url, messages, view))}
                  ${
                    'share' in navigator
                      ? this.button(messages.shareLink, '', () => this.handleShare(link.url))
                      : nothing
                  }
                </p>
                <p class="small muted">
                  ${messages.linkUntil(formatTime(new Date(link.expiresAt), language, zone))}
                </p>`
            : this.button(messages.makeLink, '', () => this.handleLink(view))
        }`,
    );
  }

  private button(label: string, kind = '', click?: () => void): TemplateResult {
    return html`<button
      class="button ${kind}"
      type=${click ? 'button' : 'submit'}
      aria-busy=${this.isBusy}
      @click=${() => click?.()}
    >
      ${label}
    </button>`;
  }

  /** Asks the hub for something, and says what became of it. */
  private async attempt(view: PanelView, work: () => Promise<string>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    view.update();
    try {
      this.outcome = await work();
    } catch {
      this.outcome = view.words.messages.sorry;
    }
    this.isBusy = false;
    view.update();
  }

  private handleCopy(view: PanelView): void {
    const {room, words} = view;
    const {messages} = words;
    void this.attempt(view, async () => {
      while (room.hasOlder) await room.older();
      const text = transcriptOf(room.messages, nameIn(view), words);
      download(text, 'text/plain', `${messages.fileName}.txt`);
      return '';
    });
  }

  private handleLink(view: PanelView): void {
    const {room, client} = view;
    void this.attempt(view, async () => {
      const path = `rooms/${room.id}/links`;
      this.link = (await client.ask({method: 'POST', path})) as DeviceLink;
      return '';
    });
  }

  private handleCopyLink(url: string, messages: Messages, view: PanelView): void {
    void this.attempt(view, () =>
      navigator.clipboard.writeText(url).then(
        () => messages.copied,
        () => messages.copyFailed,
      ),
    );
  }

  private handleShare(url: string): void {
    // a person who changes their mind is no error
    navigator.share({url}).catch(() => undefined);
  }

  private handleEnd(view: PanelView): void {
    void this.attempt(view, async () => {
      await view.room.end();
      view.show(undefined);
      return '';
    });
  }

  private handleErase(view: PanelView): void {
    const {room, client, words} = view;
    void this.attempt(view, async () => {
      await client.ask({method: 'DELETE', path: `rooms/${room.id}`});
      view.startAnew();
      view.say(words.messages.erased);
      return '';
    });
  }

  private handleData(view: PanelView): void {
    const {client, words} = view;
    void this.attempt(view, async () => {
      const data = await client.ask({path: 'me'});
      const text = JSON.stringify(data, undefined, 2);
      download(text, 'application/json', `${words.messages.fileData}.json`);
      return '';
    });
  }

  private handleEraseAll(view: PanelView): void {
    const {client, words} = view;
    void this.attempt(view, async () => {
      await client.ask({method: 'DELETE', path: 'me'});
      client.forgetAll();
      view.startAnew();
      view.say(words.messages.erased);
      return '';
    });
  }

  private handleFollow(view: PanelView, token: string): void {
    const {client, words} = view;
    const wasKnown = client.isKnown;
    void this.attempt(view, async () => {
      client.keepSecret();
      try {
        const {room, shop} = (await client.ask({method: 'POST', path: `links/${token}`})) as {
          room: string;
          shop: string;
        };
        // once is enough, and the address is no secret that anybody should copy
        history.replaceState(history.state, '', location.pathname + location.search);
        client.adopt(room, shop);
        const adopted = client.rooms.get(room);
        if (adopted) view.turnTo(adopted);
        return '';
      } catch (error) {
        if (!wasKnown) client.forgetAll();
        const isOther = chatError(error).code === 'invalid';
        return isOther ? words.messages.followOther : words.messages.followFailed;
      }
    });
  }
}

function option(title: string, content: unknown): TemplateResult {
  return html`<details class="option">
    <summary>${title}</summary>
    ${content}
  </details>`;
}

function nameIn({profile, settings}: PanelView): string {
  return profile?.name ?? settings.name;
}
