import {GROUPS, LEAVES} from './category-table.js';

type GroupId = keyof typeof GROUPS;
type Leaves = typeof LEAVES;

/** Identifier of a group or of a leaf category; the table in category-table.ts is the list. */
export type CategoryId = GroupId | {[G in keyof Leaves]: keyof Leaves[G]}[keyof Leaves];

/** Outline of a marker: groups differ by shape as well as by colour (RGAA 3.1, WCAG 1.4.1). */
export type CategoryShape =
  'circle' | 'square' | 'diamond' | 'hexagon' | 'triangle' | 'drop' | 'star' | 'pentagon';

/** One kind of place. Groups have no parent, but a colour and a shape; leaves have a group as parent. */
export interface Category {
  readonly id: CategoryId;
  readonly parent?: CategoryId;
  readonly label: {readonly fr: string; readonly en: string};
  /** Name of a glyph; several categories may share one, a leaf without its own has its group's. */
  readonly icon: string;
  /** Name of a theme colour, groups only. */
  readonly color?: string;
  /** Groups only. */
  readonly shape?: CategoryShape;
  /** OpenStreetMap tags, `shop=bakery`. */
  readonly osm?: readonly string[];
  /** Codes of the French activity nomenclature (NAF rév. 2), `10.71C`. */
  readonly naf?: readonly string[];
  /** Further French and English words feeds use, as `normalizeText` gives them. */
  readonly synonyms?: readonly string[];
}

const byId = /* @__PURE__ */ readTable();

/** Every category: each group followed by its leaves, in the order a filter shows them. */
export const categories: readonly Category[] = [...byId.values()];

/** The category of that id; undefined when there is none. */
export function categoryById(id: CategoryId): Category;
export function categoryById(id: string): Category | undefined;
export function categoryById(id: string): Category | undefined {
  return byId.get(id);
}

/** The group of a category, which gives marker colour and shape; a group is its own group. */
export function groupOf(id: CategoryId): Category {
  const category = categoryById(id);
  return category.parent ? groupOf(category.parent) : category;
}

/** The categories above this one, nearest first; empty for a group. */
export function ancestorsOf(id: CategoryId): CategoryId[] {
  const {parent} = categoryById(id);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

type Cells = [string, string, string, string, string, string];

function readTable(): Map<string, Category> {
  const all = new Map<string, Category>();
  for (const [group, line] of Object.entries(GROUPS)) {
    const [fr, en, icon, synonyms, color, shape] = line.split('|') as Cells;
    all.set(group, {
      ...category(group, fr, en, icon, synonyms),
      color,
      shape: shape as CategoryShape,
    });
    for (const [id, leaf] of Object.entries<string>(LEAVES[group as GroupId])) {
      const [fr, en, ownIcon, osm, naf, synonyms] = leaf.split('|') as Cells;
      all.set(id, {
        ...category(id, fr, en, ownIcon || icon, synonyms),
        parent: group as GroupId,
        osm: words(osm).map(tag => (tag.includes('=') ? tag : `shop=${tag}`)),
        naf: words(naf).map(code => `${code.slice(0, 2)}.${code.slice(2)}`),
      });
    }
  }
  return all;
}

function category(id: string, fr: string, en: string, icon: string, synonyms: string): Category {
  const label = {fr, en: en || (id.charAt(0).toUpperCase() + id.slice(1)).replace('-', ' ')};
  return {id: id as CategoryId, label, icon, synonyms: words(synonyms, ',')};
}

function words(cell: string, separator = ' '): string[] {
  return cell ? cell.split(separator) : [];
}
