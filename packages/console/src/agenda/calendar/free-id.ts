import {idOf} from '../../catalogue/product-form-data.js';

/** An identifier for a name that nothing else has. */
export function freeId(name: string, taken: ReadonlySet<string>): string {
  const base = idOf(name) || 'agenda';
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base.slice(0, 58)}-${count}`;
  return id;
}
