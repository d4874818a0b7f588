import {categoryById, groupOf, type CategoryId, type CategoryShape} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import {shapes} from './shapes.js';

/** Drawings by the `icon` of a category: one SVG path each, in a box of 24 × 24. */
export type Glyphs = Readonly<Record<string, string | undefined>>;

/** The same symbol in the list and on the map: the group's outline and colour, the category's drawing. */
export function symbol(category: CategoryId, glyphs: Glyphs): TemplateResult {
  const group = groupOf(category);
  const drawing = glyphs[categoryById(category).icon] ?? glyphs[group.icon] ?? '';
  const shape = group.shape ?? ('drop' satisfies CategoryShape);
  return html`<svg class="symbol" data-group=${group.id} viewBox="0 0 32 32" aria-hidden="true">
    <path class="outline" d=${shapes[shape]}></path>
    <path class="glyph" d=${drawing} transform="translate(7.6 7.9) scale(.7)"></path>
  </svg>`;
}
