import {html, nothing, type TemplateResult} from 'lit';
import {blobOf} from '../client/data-url.js';
import type {ShownMessage} from '../client/room-client.js';
import {icon} from '../frame/icon.js';
import type {Messages} from '../locales/index.js';
import type {ImagesPart, PanelView} from '../panel/aside.js';
import {prepareImage} from './prepare.js';

/** Pictures that stay drawn for when the list is shown again. */
const KEPT = 30;

const CLIP =
  'M20 11l-8.500 8.500a5 5 0 0 1-7-7L13 4a3.500 3.500 0 0 1 5 5l-8.500 8.500a2 2 0 0 1-3-3L14 7';

/**
 * Pictures of messages. They are drawn on canvases: a strict page allows images of its own site only,
 * and these come with the visitor's secret.
 */
export class Images implements ImagesPart {
  private readonly bitmaps = new Map<string, ImageBitmap>();
  private readonly loading = new Set<string>();
  private error: ((messages: Messages) => string) | undefined;
  private isPreparing = false;

  chooser(view: PanelView): TemplateResult {
    const {draft, words} = view;
    const {messages} = words;
    const {image} = draft;
    return html`${
      this.error ? html`<p class="error small">${this.error(messages)}</p>` : nothing
    }${this.isPreparing ? html`<p class="small muted">${messages.preparing}</p>` : nothing}
    ${
      image
        ? html`<div class="chosen">
            <canvas
              width=${image.width}
              height=${image.height}
              role="img"
              aria-label=${messages.chosen}
              data-draft
            ></canvas>
            <div class="entry">
              <label for="alt">
                ${messages.describe} <span class="muted">(${messages.optional})</span>
              </label>
              <input
                class="field"
                id="alt"
                maxlength="200"
                autocomplete="off"
                .value=${image.alt ?? ''}
                @input=${({currentTarget}: Event) => {
                  const alt = (currentTarget as HTMLInputElement).value.trim();
                  draft.image = {...image, alt};
                }}
              />
            </div>
            <button
              class="button quiet"
              type="button"
              @click=${() => {
                draft.image = undefined;
                view.update();
              }}
            >
              ${messages.unjoin}
            </button>
          </div>`
        : html`<label class="button icon attach" title=${messages.attach}>
            ${icon(CLIP)}
            <input
              class="visually-hidden"
              type="file"
              accept="image/*"
              aria-label=${messages.attach}
              @change=${({currentTarget}: Event) => {
                const input = currentTarget as HTMLInputElement;
                const [file] = input.files ?? [];
                // the same one may be chosen again
                input.value = '';
                if (file) void this.choose(view, file);
              }}
            />
          </label>`
    }`;
  }

  async choose(view: PanelView, file: Blob): Promise<void> {
    const {draft} = view;
    this.isPreparing = true;
    this.error = undefined;
    view.update();
    try {
      draft.image = await prepareImage(file);
      if (draft.image) view.say(view.words.messages.chosen);
      else this.error = ({tooHeavy}) => tooHeavy;
    } catch {
      this.error = ({notAnImage}) => notAnImage;
    }
    if (this.error) view.say(this.error(view.words.messages));
    this.isPreparing = false;
    view.update();
  }

  draw(view: PanelView, box: ParentNode): void {
    const preview = box.querySelector<HTMLCanvasElement>('canvas[data-draft]');
    const data = view.draft.image?.data;
    if (preview && data && preview.dataset['draft'] !== sizeOf(data)) {
      preview.dataset['draft'] = sizeOf(data);
      void createImageBitmap(blobOf(data)).then(bitmap => paint(preview, bitmap));
    }
    for (const canvas of box.querySelectorAll<HTMLCanvasElement>('canvas[data-image]')) {
      const {image = '', of = '', drawn} = canvas.dataset;
      const bitmap = this.bitmaps.get(image);
      // another size from the hub empties the canvas
      const isWhole = bitmap?.width === canvas.width && bitmap.height === canvas.height;
      if (bitmap && !(drawn === image && isWhole)) {
        canvas.dataset['drawn'] = image;
        paint(canvas, bitmap);
      } else if (!bitmap) void this.load(view, image, of);
    }
  }

  enlarge(view: PanelView, {image, text, id}: ShownMessage): void {
    if (!image) return;
    const {messages} = view.words;
    const alt = image.alt ?? text ?? '';
    // one that could not be loaded is tried again
    this.loading.delete(image.id);
    view.show({
      title: messages.image,
      template: () =>
        html`<canvas
            class="large"
            role="img"
            aria-label=${alt || messages.image}
            width=${image.width}
            height=${image.height}
            data-image=${image.id}
            data-of=${id}
          ></canvas>
          ${image.alt ? html`<p>${image.alt}</p>` : nothing}`,
    });
  }

  private async load(view: PanelView, image: string, message: string): Promise<void> {
    if (this.loading.has(image)) return;
    this.loading.add(image);
    const {room, client} = view;
    try {
      const own = room.keptImage(message);
      const blob = own ? blobOf(own) : await client.image(room.id, image);
      this.bitmaps.set(image, await createImageBitmap(blob));
      const [oldest = ''] = this.bitmaps.size > KEPT ? this.bitmaps.keys() : [];
      this.bitmaps.delete(oldest);
      this.loading.delete(image);
      view.update();
    } catch {
      // not again by itself: whoever taps it tries again
      view.say(view.words.messages.imageMissing);
    }
  }
}

/** Tells one picture from another without keeping it. */
const sizeOf = (data: string): string => `${data.length}${data.slice(-16)}`;

function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
}
