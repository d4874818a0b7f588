import {formatCents, type BasketTotal} from '@local-widgets/model';
import type {Words} from '../dialog/words.js';

/** What a person wants to have written. */
export interface DirectWish {
  /** In the person's own words, where there is no list. */
  readonly text: string;
  readonly name: string;
  readonly when: string;
}

/** A letter to the shop with the list in it: plain text with `\n`. */
export function orderText({lines, total}: BasketTotal, wish: DirectWish, words: Words): string {
  const {messages, language} = words;
  const items = lines.map(
    ({quantity, name, total: price}) =>
      `- ${quantity} × ${name}${total > 0 ? ` (${formatCents(price, language)})` : ''}`,
  );
  // without a catalogue no price is known
  const sum = total > 0 ? [messages.estimate(formatCents(total, language))] : [];
  return [
    messages.greeting,
    '',
    messages.iWant,
    ...items,
    ...sum,
    ...(wish.text ? [wish.text] : []),
    ...(wish.when ? ['', messages.iCome(wish.when)] : []),
    '',
    messages.thanks,
    ...(wish.name ? [wish.name] : []),
  ].join('\n');
}
