import {first} from './built.js';

/**
 * What a page may ask for, after the two files that all have. The allow-list is the whole list: a tag that
 * is not here is never touched.
 */
export const WIDGETS = Object.keys(first).slice(2);

/** Selector of all elements, and of the pages of a hub in frames. */
export const TAGS = `local-${WIDGETS.join(',local-')},iframe.local-widget`;

/** Selector of the first two, which fill a page: loaded when they come near the viewport, the others at once. */
export const LONG = String(TAGS.split(',', 2));
