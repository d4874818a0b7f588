import type {Product} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {HubError} from '../api/hub-error.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import {fieldErrors} from '../templates/form.js';
import {formProblem} from '../templates/problem.js';
import {productOf} from './product-form-data.js';
import {productFields} from './product-fields.js';

export interface EditorEvents {
  /** Identifiers of all products. */
  readonly taken: () => Set<string>;
  readonly saved: (product: Product) => void;
  readonly deleted: (id: string) => void;
}

/** Fields of the form by where the hub says that something is wrong. */
const FIELDS: Readonly<Record<string, string>> = {
  '/content/quantity': 'contentQuantity',
  '/content/unit': 'contentUnit',
  '/image/url': 'imageUrl',
  '/image/alt': 'imageAlt',
  '/availability/season/from': 'seasonFrom',
  '/availability/season/to': 'seasonTo',
};

/** Everything about one product. What was typed stays until the hub has taken it. */
export class ProductEditor {
  isOpen = false;

  private product: Product | undefined;
  private errors: Readonly<Record<string, string>> = {};
  private asksToDelete = false;
  private readonly saving: Action;
  private readonly deleting: Action;

  constructor(
    private readonly owner: DeskOwner,
    private readonly events: EditorEvents,
  ) {
    this.saving = new Action(owner);
    this.deleting = new Action(owner);
  }

  /** @param product nothing for a new one */
  open(product: Product | undefined): void {
    this.product = product;
    this.isOpen = true;
    this.errors = {};
    this.asksToDelete = false;
    this.saving.error = undefined;
    this.deleting.error = undefined;
    this.owner.focus('#product-title');
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    const {product, saving} = this;
    return html`<section class="view editor" aria-labelledby="product-title">
      <button class="button quiet back" type="button" @click=${() => this.close()}>
        ${messages.back}
      </button>
      <h3 id="product-title" tabindex="-1">
        ${product ? messages.editProduct(product.name) : messages.addProduct}
      </h3>
      ${keyed(
        product?.id,
        html`<form class="form" novalidate @submit=${this.handleSubmit}>
          ${productFields(product, this.errors, this.owner.words())} ${formProblem(saving)}
          <div class="steps">
            <button
              class="button primary"
              type="submit"
              aria-disabled=${saving.isBusy ? 'true' : 'false'}
            >
              ${saving.isBusy ? messages.saving : messages.save}
            </button>
            <button class="button" type="button" @click=${() => this.close()}>
              ${messages.cancel}
            </button>
          </div>
        </form>`,
      )}
      ${product ? this.deletion(product) : nothing}
    </section>`;
  }

  private deletion(product: Product): TemplateResult {
    const {messages} = this.owner.words();
    if (!this.asksToDelete) {
      return html`<button class="button delete" type="button" @click=${this.handleAsk}>
        ${messages.deleteProduct}
      </button>`;
    }
    return html`<div class="box" role="group" aria-labelledby="delete-question">
      <p id="delete-question" tabindex="-1">${messages.deleteQuestion(product.name)}</p>
      ${formProblem(this.deleting)}
      <div class="steps">
        <button class="button" type="button" @click=${() => this.delete(product)}>
          ${messages.deleteConfirm}
        </button>
        <button class="button" type="button" @click=${this.handleAsk}>${messages.cancel}</button>
      </div>
    </div>`;
  }

  private close(): void {
    this.isOpen = false;
    const {product} = this;
    this.owner.focus(product ? `#product-${product.id} .edit, #add-product` : '#add-product');
  }

  private delete(product: Product): void {
    void this.deleting.run(async () => {
      await this.owner.api.deleteProduct(product.id);
      this.events.deleted(product.id);
      this.owner.say(this.owner.words().messages.productDeleted(product.name));
      this.close();
    });
  }

  private readonly handleAsk = (): void => {
    this.asksToDelete = !this.asksToDelete;
    this.owner.focus(this.asksToDelete ? '#delete-question' : '.delete');
  };

  private readonly handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const {messages} = this.owner.words();
    const taken = this.events.taken();
    if (this.product) taken.delete(this.product.id);
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const {product, problems = {}} = productOf(form, taken);
    this.showErrors(
      Object.fromEntries(Object.entries(problems).map(([name, key]) => [name, messages[key]])),
    );
    if (!product) return;
    void this.saving.run(async () => {
      try {
        this.events.saved(await this.owner.api.putProduct(product, this.product?.stock));
      } catch (error) {
        if (error instanceof HubError) this.showErrors(fieldErrors(error, at => FIELDS[at]));
        throw error;
      }
      this.owner.say(messages.productSaved(product.name));
      this.product = product;
      this.close();
    });
  };

  private showErrors(errors: Readonly<Record<string, string>>): void {
    this.errors = errors;
    if (Object.keys(errors).length > 0) this.owner.focus('.form [aria-invalid=true]');
    this.owner.update();
  }
}
