import type {FakeChat} from './fake-chat.js';
import {busyChat} from './fake-chat.js';
import {normal, put, until, type DeskHarness, type DeskOptions} from './harness.js';

export interface InboxOptions extends Omit<DeskOptions, 'hub'> {
  readonly chat?: FakeChat;
}

/** What a person sees and does in the messages of a desk. */
export class InboxHarness {
  constructor(
    readonly desk: DeskHarness,
    readonly chat: FakeChat,
  ) {}

  /** Names in the list, in their order. */
  get rooms(): string[] {
    return this.desk.all('.row-name').map(name => normal(name.textContent));
  }

  row(id: string): HTMLElement {
    const [found] = this.desk.all(`#room-row-${id}`);
    if (!found) throw new Error(`no row of ${id}`);
    return found;
  }

  /** What was said, as it is shown. */
  get said(): string[] {
    return this.desk.all('.message .said').map(text => normal(text.textContent));
  }

  get log(): HTMLElement {
    const [found] = this.desk.all('[role=log]');
    if (!found) throw new Error('no log');
    return found;
  }

  get field(): HTMLTextAreaElement {
    const [found] = this.desk.all<HTMLTextAreaElement>('#reply');
    if (!found) throw new Error('no field for a reply');
    return found;
  }

  /** Opens a conversation from the list, and waits for what was said. */
  async open(id: string): Promise<void> {
    this.row(id).click();
    await until(() => this.desk.all('.said-list, .log .empty').length > 0, `the log of ${id}`);
    await this.desk.settled();
  }

  /** Types into the field, as one letter would. */
  async write(text: string): Promise<void> {
    const {field} = this;
    field.focus();
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.desk.settled();
  }

  async send(text: string): Promise<void> {
    await this.write(text);
    await this.desk.press('Envoyer');
  }

  async says(words: string): Promise<void> {
    await until(
      () => this.said.some(each => each.includes(words)),
      `"${words}", only ${this.said.join(' / ')}`,
    );
  }
}

/** Puts the inbox into the page, and waits for its list. */
export async function openInbox({
  chat = busyChat(),
  ...options
}: InboxOptions = {}): Promise<InboxHarness> {
  const desk = put({tag: 'local-inbox', ...options, hub: chat.hub});
  if (options.tag === 'local-desk') {
    await until(() => desk.all('#tab-messages').length > 0, 'the desk');
    desk.all('#tab-messages')[0]!.click();
  }
  const inbox = new InboxHarness(desk, chat);
  await until(() => desk.all('.rooms').length > 0, 'the list');
  const live = options.lang === 'en' ? 'live' : 'en direct';
  await until(() => desk.connection === live, 'a line');
  await desk.settled();
  return inbox;
}
