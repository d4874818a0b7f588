import {jsonForScript} from '@local-widgets/model';

/** Markup that may be sent as it is. Only `html` makes it, so that nobody's text becomes markup. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Template literals only: their strings are written in our own sources. */
  static of(strings: TemplateStringsArray, values: readonly HtmlValue[]): Markup {
    return new Markup(String.raw({raw: strings}, ...values.map(textOf)));
  }

  /** Data for programs that read pages (a data block of HTML, 4.12.1): never run, whatever the policy says. */
  static dataBlock(type: 'application/ld+json', data: object): Markup {
    return new Markup(`<script type="${type}">${jsonForScript(data)}</script>`);
  }

  /**
   * An element whose tag and attributes are known at run time only. Their names come from our own lists;
   * values are escaped, and the empty text stands for an attribute without value.
   *
   * @throws TypeError for a name of other than small letters and hyphens, or of an attribute that holds code
   */
  static element(
    tag: string,
    attributes: Iterable<readonly [name: string, value: string]>,
    content: HtmlValue,
  ): Markup {
    const list = [...attributes];
    const isFine = (name: string) => /^[a-z]+(?:-[a-z]+)*$/.test(name);
    const isCode = (name: string) => /^on|^style$|^srcdoc$/.test(name);
    for (const name of [tag, ...list.map(([each]) => each)]) {
      if (!isFine(name) || isCode(name)) throw new TypeError(`no name for markup: ${name}`);
    }
    const texts = list.map(([name, value]) =>
      value === '' ? ` ${name}` : ` ${name}="${textOf(value)}"`,
    );
    return new Markup(`<${tag}${texts.join('')}>${textOf(content)}</${tag}>`);
  }

  static textOf(markup: Markup): string {
    return markup.#text;
  }

  toString(): string {
    return this.#text;
  }
}

/** `false`, `undefined` and `null` are nothing; lists are written one after the other. */
export type HtmlValue = string | number | Markup | false | null | undefined | readonly HtmlValue[];

/**
 * A piece of HTML. Every value is escaped for text and for attributes between double quotes; an
 * attribute without quotes is a mistake. Addresses from outside go through `webLink` first.
 *
 * @example html`<a href="${webLink(shop.url)}">${shop.name}</a>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  return Markup.of(strings, values);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return Markup.textOf(value);
  if (typeof value === 'object') return value.map(textOf).join('');
  return String(value).replace(/[&<>"']/g, found => ENTITIES[found]!);
}

/** The address when it is one of the web; `undefined` for every other scheme and for no address. */
export function webLink(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\/[^\s]+$/i.test(address) ? address : undefined;
}

/** A `tel:` address (RFC 3966); `undefined` when the number has fewer than three digits. */
export function telephoneLink(telephone: string | undefined): string | undefined {
  const number = telephone?.replace(/\(0\)/g, '').replace(/(?!^\+)[^0-9]/g, '') ?? '';
  return number.replace('+', '').length > 2 ? `tel:${number}` : undefined;
}
