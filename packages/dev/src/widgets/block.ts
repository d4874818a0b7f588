import {oneLine} from './comments.js';

/** A tag of several lines: what stands behind its name, then lines `field: text` that may run on. */
export interface Block {
  readonly head: string;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * ```
 * local local-widgets:basket:{shop}
 *   purpose: le panier | the basket
 * ```
 */
export function readBlock(text: string, names: readonly string[]): Block {
  const [head = '', ...lines] = text.split('\n');
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const [, name = '', rest = ''] = /^\s*([a-z]+):\s*(.*)$/.exec(line) ?? [];
    if (names.includes(name)) {
      last = name;
      fields.set(name, rest);
    } else if (last) {
      fields.set(last, `${fields.get(last)} ${line}`);
    }
  }
  return {head: oneLine(head), fields};
}
