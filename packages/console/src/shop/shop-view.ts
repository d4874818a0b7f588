import type {LazyPart} from '@local-widgets/core';
import {missingDuties, type Duty} from '@local-widgets/model';
import type {Product, ShopSettings} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {Action} from '../state/action.js';
import type {DeskOwner, DeskView} from '../state/desk-owner.js';
import {problemTemplate} from '../templates/problem.js';
import {Closures} from './closures.js';
import {contactPart} from './contact-part.js';
import {hoursPart} from './hours-part.js';
import {legalPart} from './legal-part.js';
import {People} from './people.js';
import {pickupPart} from './pickup-part.js';
import {rulesPart} from './rules-part.js';
import type {SettingsOwner} from './settings-part.js';
import {Tokens} from './tokens.js';
import {Webhooks} from './webhooks.js';

/** The shop's own affairs: closures, hours, settings, people, tokens, webhooks. */
export class ShopView implements DeskView {
  private settings: ShopSettings | undefined;
  private products: readonly Product[] = [];
  private readonly loading: Action;
  private readonly closures: Closures | undefined;
  private readonly parts: readonly {template(settings: ShopSettings): unknown}[];
  private readonly lists: readonly {template(): unknown}[];

  /**
   * @param hasOrders whether the desk is about orders
   * @param chat the settings of the chat, where the desk is about messages
   */
  constructor(
    private readonly owner: DeskOwner,
    private readonly hasOrders: boolean,
    private readonly chat?: LazyPart<DeskView>,
  ) {
    this.loading = new Action(owner);
    const settingsOwner: SettingsOwner = {
      desk: owner,
      save: change => this.save(change),
    };
    const forOrders = hasOrders ? [rulesPart, pickupPart, legalPart] : [];
    this.closures = hasOrders ? new Closures(settingsOwner) : undefined;
    this.parts = [hoursPart, contactPart, ...forOrders].map(part => part(settingsOwner));
    this.lists = [
      new People(owner),
      ...(hasOrders ? [new Tokens(owner), new Webhooks(owner)] : []),
    ];
    if (!this.isMerchant) return;
    chat?.want();
    void this.load();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    if (!this.isMerchant) return html`<p class="wait">${messages.merchantOnly}</p>`;
    const {settings} = this;
    return html`<section class="view shop" aria-label=${messages.shopTitle}>
      ${problemTemplate(this.loading, messages)}
      ${
        settings
          ? html`${this.duties(settings)} ${this.closures?.template(settings)}
            ${this.parts.map(part => part.template(settings))} ${this.chatSettings()}
            ${this.lists.map(list => list.template())}`
          : this.loading.sentence
            ? nothing
            : html`<p class="wait" role="status">${messages.loading}</p>`
      }
    </section>`;
  }

  private chatSettings(): unknown {
    const {chat} = this;
    if (!chat) return nothing;
    const {messages} = this.owner.words();
    if (chat.part) return chat.part.template();
    if (!chat.failed) return html`<p class="wait" role="status">${messages.loading}</p>`;
    return html`<div class="problem" role="alert">
      <p>${messages.partFailed}</p>
      <button class="button" type="button" @click=${() => void chat.ask()}>
        ${messages.retry}
      </button>
    </div>`;
  }

  private get isMerchant(): boolean {
    return this.owner.role !== 'clerk';
  }

  /** What the law wants before orders may be taken. */
  private duties(settings: ShopSettings): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const duties = this.hasOrders ? missingDuties(settings, this.products) : [];
    if (duties.length === 0) return nothing;
    const nameOf = ({code, products}: Duty): string => {
      const names = this.products.filter(({id}) => products?.includes(id)).map(({name}) => name);
      return messages.duties[code] + (names.length > 0 ? ` (${names.join(', ')})` : '');
    };
    return html`<div class="banner">
      <div>
        <p><strong>${messages.notOpenTitle}</strong></p>
        <p>${messages.missing(duties.map(nameOf).join(' ; '))}</p>
      </div>
    </div>`;
  }

  private async save(change: Partial<ShopSettings>): Promise<void> {
    const answer = await this.owner.api.changeSettings(change);
    const {settings} = this;
    this.settings = answer.name ? answer : settings && {...settings, ...change};
    await this.owner.reloadProfile();
  }

  private load(): Promise<boolean> {
    return this.loading.run(async () => {
      const [settings, catalogue] = await Promise.all([
        this.owner.api.settings(),
        // only the allergens of products want it
        this.owner.api.catalogue().catch(() => undefined),
      ]);
      this.settings = settings;
      this.products = catalogue?.products ?? [];
    });
  }
}
