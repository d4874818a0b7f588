import type {
  Catalogue,
  Order,
  OrderState,
  Product,
  ShopProfile,
  ShopSettings,
} from '@local-widgets/model/schemas.js';
import type {ImportFile} from '../catalogue/import-file.js';
import type {HubClient} from './hub-client.js';
import type {
  ApiToken,
  DeskPerson,
  ImportReport,
  OrdersAnswer,
  PreparationLine,
  Role,
  SlotLoad,
  WebhookAttempt,
  WebhookEndpoint,
} from './types.js';

const part = encodeURIComponent;

/** The routes of the hub for one shop. All of them throw `HubError`. */
export class DeskApi {
  private readonly root: string;
  private readonly desk: string;

  constructor(
    private readonly hub: HubClient,
    /** Id of the shop. */
    readonly shop: string,
  ) {
    this.root = `/api/shops/${part(shop)}`;
    this.desk = `${this.root}/desk`;
  }

  profile(): Promise<ShopProfile> {
    return this.hub.ask(this.root);
  }

  openOrders(signal: AbortSignal): Promise<OrdersAnswer> {
    return this.hub.ask(`${this.desk}/orders?state=open`, {signal});
  }

  ordersOf(day: string, signal: AbortSignal): Promise<OrdersAnswer> {
    return this.hub.ask(`${this.desk}/orders?day=${day}`, {signal});
  }

  order(id: string): Promise<Order> {
    return this.hub.ask(`${this.desk}/orders/${part(id)}`);
  }

  /** What happens to orders from here on, as server-sent events. */
  events(lastEventId: string, signal: AbortSignal): Promise<Response> {
    const headers = {accept: 'text/event-stream', 'last-event-id': lastEventId};
    return this.hub.open(`${this.desk}/events`, headers, signal);
  }

  changeOrder(
    id: string,
    change: {to: OrderState; from: OrderState; reason?: string},
  ): Promise<Order> {
    return this.hub.ask(`${this.desk}/orders/${part(id)}/state`, {method: 'POST', body: change});
  }

  async slots(day: string): Promise<readonly SlotLoad[]> {
    const path = `${this.desk}/slots?day=${day}`;
    return (await this.hub.ask<{slots: readonly SlotLoad[]}>(path)).slots;
  }

  async preparation(day: string): Promise<readonly PreparationLine[]> {
    const path = `${this.desk}/preparation?day=${day}`;
    return (await this.hub.ask<{products: readonly PreparationLine[]}>(path)).products;
  }

  settings(): Promise<ShopSettings> {
    return this.hub.ask(`${this.desk}/settings`);
  }

  changeSettings(body: Partial<ShopSettings>): Promise<ShopSettings> {
    return this.hub.ask(`${this.desk}/settings`, {method: 'PATCH', body});
  }

  /** All products, those that are hidden included. */
  catalogue(): Promise<Pick<Catalogue, 'products'>> {
    return this.hub.ask(`${this.desk}/catalogue`);
  }

  importCatalogue(file: ImportFile, dryRun: boolean): Promise<ImportReport> {
    const path = `${this.desk}/catalogue${dryRun ? '?dry-run=1' : ''}`;
    return this.hub.ask(path, {method: 'PUT', ...file});
  }

  /** @param stockSeen the stock that the form showed: orders that came in since still count */
  putProduct(product: Product, stockSeen?: number): Promise<Product> {
    const query = stockSeen === undefined ? '' : `?stock-seen=${stockSeen}`;
    return this.hub.ask(this.productPath(product.id) + query, {method: 'PUT', body: product});
  }

  patchProduct(
    id: string,
    change: {stock?: number | null; isHidden?: boolean; price?: number},
  ): Promise<Product> {
    return this.hub.ask(this.productPath(id), {method: 'PATCH', body: change});
  }

  deleteProduct(id: string): Promise<void> {
    return this.hub.ask(this.productPath(id), {method: 'DELETE'});
  }

  async people(): Promise<readonly DeskPerson[]> {
    return (await this.hub.ask<{people: readonly DeskPerson[]}>(`${this.desk}/people`)).people;
  }

  invite(email: string, role: Role): Promise<unknown> {
    return this.hub.ask(`${this.desk}/people`, {method: 'POST', body: {email, role}});
  }

  dismiss(id: string): Promise<void> {
    return this.hub.ask(`${this.desk}/people/${part(id)}`, {method: 'DELETE'});
  }

  async tokens(): Promise<readonly ApiToken[]> {
    return (await this.hub.ask<{tokens: readonly ApiToken[]}>(`${this.desk}/tokens`)).tokens;
  }

  /** The answer tells the token, once. */
  makeToken(name: string, role: Role): Promise<{token: string}> {
    return this.hub.ask(`${this.desk}/tokens`, {method: 'POST', body: {name, role}});
  }

  revokeToken(id: string): Promise<void> {
    return this.hub.ask(`${this.desk}/tokens/${part(id)}`, {method: 'DELETE'});
  }

  async webhooks(): Promise<readonly WebhookEndpoint[]> {
    const {webhooks} = await this.hub.ask<{webhooks: readonly WebhookEndpoint[]}>(
      `${this.desk}/webhooks`,
    );
    return webhooks;
  }

  /** The answer tells the secret, once. */
  addWebhook(url: string): Promise<{secret: string}> {
    return this.hub.ask(`${this.desk}/webhooks`, {method: 'POST', body: {url}});
  }

  removeWebhook(id: string): Promise<void> {
    return this.hub.ask(`${this.desk}/webhooks/${part(id)}`, {method: 'DELETE'});
  }

  switchWebhook(id: string, isEnabled: boolean): Promise<unknown> {
    return this.hub.ask(`${this.desk}/webhooks/${part(id)}`, {method: 'PATCH', body: {isEnabled}});
  }

  /** A new secret; the old one stays valid for a while. */
  rotateWebhook(id: string): Promise<{secret: string}> {
    return this.hub.ask(`${this.desk}/webhooks/${part(id)}/rotate`, {method: 'POST', body: {}});
  }

  async attempts(id: string): Promise<readonly WebhookAttempt[]> {
    const {attempts} = await this.hub.ask<{attempts: readonly WebhookAttempt[]}>(
      `${this.desk}/webhooks/${part(id)}/attempts`,
    );
    return attempts;
  }

  replay(id: string, outboxId: string): Promise<unknown> {
    const path = `${this.desk}/webhooks/${part(id)}/replay`;
    return this.hub.ask(path, {method: 'POST', body: {outboxId}});
  }

  private productPath(id: string): string {
    return `${this.desk}/products/${part(id)}`;
  }
}
