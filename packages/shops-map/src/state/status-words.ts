import {formatNumber} from '@local-widgets/core';
import type {ListMessages} from '../locales/index.js';
import type {ShopsState} from './shops-state.js';

/** What is shown now, in one line that screen readers hear when it changes. */
export function statusWords(state: ShopsState, language: string, messages: ListMessages): string {
  const {index, indices, unknownHours, pages, page, isPrinting} = state;
  if (!index) return '';
  if (index.places.length === 0) return messages.empty;
  if (indices.length === 0) return messages.nothing;
  return [
    messages.found(indices.length, formatNumber(indices.length, language)),
    unknownHours > 0 ? messages.ofWhichUnknown(unknownHours) : '',
    indices.length < 2 ? '' : orderWords(state, messages),
    pages > 1 && !isPrinting ? messages.page(page + 1, pages).toLowerCase() : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function orderWords({sort, center, filters, search}: ShopsState, messages: ListMessages): string {
  if (sort === 'open') return messages.openFirst;
  if (sort === 'name') return messages.byName;
  if (!sort && search && filters.text.trim()) return messages.bestFirst;
  return center ? messages.nearestFirst : messages.byName;
}
