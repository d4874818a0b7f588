import type {Attributes, Events, Properties} from './elements.js';

/** The tags of local-widgets. */
export type Tag = keyof Properties;

type Optional<T> = {[K in keyof T]?: T[K] | undefined};

/** What can be written on a tag: properties by their names, and attributes by theirs. */
export type Settings<T extends Tag> = Optional<Properties[T]> & Optional<Attributes[T]>;

/** Listeners of a tag under names that begin with `Prefix`, as `onlocal-shop-select`. */
export type Listeners<T extends Tag, Prefix extends string> = {
  [E in keyof Events[T] as `${Prefix}${E & string}`]?:
    ((event: Events[T][E]) => unknown) | undefined;
};
