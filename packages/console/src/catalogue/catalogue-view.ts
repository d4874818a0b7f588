import type {Product} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {readMoney} from '../format/money.js';
import {plain} from '../format/plain.js';
import {Action} from '../state/action.js';
import type {DeskOwner, DeskView} from '../state/desk-owner.js';
import {problemTemplate} from '../templates/problem.js';
import {ImportPanel} from './import-panel.js';
import {ProductEditor} from './product-editor.js';
import {productRow} from './product-row.js';

/** What may be changed of a product without opening it. */
type QuickChange = {price?: number; stock?: number | null; isHidden?: boolean};

/** The catalogue: price, stock and whether it is on offer at once, everything else in a form. */
export class CatalogueView implements DeskView {
  private products: readonly Product[] | undefined;
  private find = '';
  private readonly loading: Action;
  private readonly rows = new Map<string, Action>();
  /** Why what was typed into a row was not sent, by product and field. */
  private readonly typed = new Map<string, string>();
  private readonly editor: ProductEditor;
  private readonly importing: ImportPanel;

  constructor(private readonly owner: DeskOwner) {
    this.loading = new Action(owner);
    this.editor = new ProductEditor(owner, {
      taken: () => new Set(this.products?.map(({id}) => id)),
      saved: product => this.replace(product),
      deleted: id => {
        this.products = this.products?.filter(product => product.id !== id);
      },
    });
    this.importing = new ImportPanel(owner, () => void this.load());
    void this.load();
  }

  show(): void {
    if (!this.editor.isOpen) void this.load();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    if (this.editor.isOpen) return this.editor.template();
    return html`<section class="view" aria-label=${messages.catalogueTitle}>
      ${this.canEdit ? this.tools() : nothing} ${problemTemplate(this.loading, messages)}
      ${this.importing.template()} ${this.list()}
    </section>`;
  }

  /** Clerks change stock and what is on offer; the rest is the merchant's. */
  private get canEdit(): boolean {
    return this.owner.role !== 'clerk';
  }

  private tools(): TemplateResult {
    const {messages} = this.owner.words();
    return html`<div class="toolbar">
      <button
        id="add-product"
        class="button primary"
        type="button"
        @click=${() => this.editor.open(undefined)}
      >
        ${messages.addProduct}
      </button>
      <button
        id="open-import"
        class="button"
        type="button"
        aria-expanded=${this.importing.isOpen ? 'true' : 'false'}
        @click=${() => this.importing.toggle()}
      >
        ${messages.importOpen}
      </button>
    </div>`;
  }

  private list(): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const {products} = this;
    if (!products) {
      return this.loading.sentence
        ? nothing
        : html`<p class="wait" role="status">${messages.loading}</p>`;
    }
    if (products.length === 0) return html`<p class="empty">${messages.catalogueEmpty}</p>`;
    const wanted = plain(this.find);
    const found = products.filter(({name}) => plain(name).includes(wanted));
    return html`<label class="find">
        <span>${messages.findProduct}</span>
        <input class="field" type="search" autocomplete="off" @input=${this.handleFind} />
      </label>
      <p class="hint" role="status">
        ${found.length === 0 ? messages.noProduct : messages.productCount(found.length)}
      </p>
      ${[...byCategory(found)].map(
        ([category, list]) =>
          html`<section class="category">
            <h3>${category || messages.noCategory}</h3>
            <ul class="products">
              ${repeat(
                list,
                ({id}) => id,
                product => this.row(product),
              )}
            </ul>
          </section>`,
      )}`;
  }

  private row(product: Product): TemplateResult {
    const {owner} = this;
    const action = this.rows.get(product.id);
    return productRow(
      {
        ...owner.words(),
        product,
        canEdit: this.canEdit,
        isBusy: action?.isBusy ?? false,
        problem: action?.sentence ?? '',
        priceError: this.typed.get(`${product.id} price`),
        stockError: this.typed.get(`${product.id} stock`),
      },
      {
        price: text => this.typePrice(product, text),
        stock: text => this.typeStock(product, text),
        toggle: () => {
          const {messages} = owner.words();
          const isHidden = !product.isHidden;
          const words = isHidden ? messages.productHidden : messages.productShown;
          this.change(product, {isHidden}, words(product.name));
        },
        retry: () => action?.retry(),
        edit: () => this.editor.open(product),
      },
    );
  }

  private typePrice(product: Product, text: string): void {
    const price = readMoney(text);
    this.typeInto(
      `${product.id} price`,
      price === undefined && this.owner.words().messages.badPrice,
    );
    if (price !== undefined && price !== product.price) this.change(product, {price});
  }

  private typeStock(product: Product, text: string): void {
    const isValid = /^\d{0,7}$/.test(text.trim());
    this.typeInto(`${product.id} stock`, !isValid && this.owner.words().messages.badStock);
    const stock = text.trim() === '' ? null : Number(text);
    if (isValid && stock !== (product.stock ?? null)) this.change(product, {stock});
  }

  private typeInto(field: string, problem: string | false): void {
    if (problem) this.typed.set(field, problem);
    else this.typed.delete(field);
    this.owner.update();
  }

  /** Shown at once, and taken back when the hub does not agree. */
  private change(product: Product, change: QuickChange, sentence?: string): void {
    const action = this.rows.get(product.id) ?? new Action(this.owner);
    this.rows.set(product.id, action);
    if (action.isBusy) return;
    const {messages} = this.owner.words();
    const {stock, ...rest} = change;
    const wanted: Product = {...product, ...rest};
    if (stock === null) delete wanted.stock;
    else if (stock !== undefined) wanted.stock = stock;
    void action.run(async () => {
      this.replace(wanted);
      try {
        this.replace(await this.owner.api.patchProduct(product.id, change));
        this.owner.say(sentence ?? messages.productSaved(product.name));
      } catch (error) {
        this.replace(product);
        throw error;
      }
    });
  }

  private replace(product: Product): void {
    const {products = []} = this;
    this.products = products.some(({id}) => id === product.id)
      ? products.map(each => (each.id === product.id ? product : each))
      : [...products, product];
    this.owner.update();
  }

  private load(): Promise<boolean> {
    return this.loading.run(async () => {
      this.products = (await this.owner.api.catalogue()).products;
    });
  }

  private readonly handleFind = (event: Event): void => {
    this.find = (event.target as HTMLInputElement).value;
    this.owner.update();
  };
}

function byCategory(products: readonly Product[]): Map<string, Product[]> {
  const groups = new Map<string, Product[]>();
  for (const product of products) {
    const key = product.category ?? '';
    groups.set(key, [...(groups.get(key) ?? []), product]);
  }
  return groups;
}
