import {GROUPS, LEAVES} from './category-table.js';

type GroupId = keyof typeof GROUPS;
type Leaves = typeof LEAVES;

/** Identifier of a group or of a leaf category; the table in category-table.ts is the list. */
export type CategoryId = GroupId | {[G in keyof Leaves]: keyof Leaves[G]}[keyof Leaves];

/** Outline of a marker: groups differ by shape as well as by colour (RGAA 3.1, WCAG 1.4.1). */
export type CategoryShape =
  'circle' | 'square' | 'diamond' | 'hexagon' | 'triangle' | 'drop' | 'star' | 'pentagon';

/** One kind of place. Groups have no parent, but a shape; leaves have a group as parent. */
export interface Category {
  readonly id: CategoryId;
  readonly parent?: CategoryId;
  /** French name; `ENGLISH_CATEGORIES` has the English ones. */
  readonly label: string;
  /** Name of a glyph; several categories may share one, a leaf without its own has its group's. */
  readonly icon: string;
  /** Groups only. */
  readonly shape?: CategoryShape;
  /** Groups only; a page overrides it by `--local-color-` and the id. */
  readonly color?: string;
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

function readTable(): Map<string, Category> {
  const all = new Map<string, Category>();
  for (const [group, line] of Object.entries<string>(GROUPS)) {
    const [label = '', icon = '', shape, color = ''] = line.split('|');
    all.set(group, {id: group as GroupId, label, icon, shape: shape as CategoryShape, color});
    for (const [id, leaf] of Object.entries<string>(LEAVES[group as GroupId])) {
      const [label = '', ownIcon = icon] = leaf.split('|');
      all.set(id, {id: id as CategoryId, label, icon: ownIcon, parent: group as GroupId});
    }
  }
  return all;
}
