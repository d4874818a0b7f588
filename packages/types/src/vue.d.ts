// Types of the tags in templates of Vue 3: `import type {} from '@local-widgets/types/vue'`.
import type {HTMLAttributes, PublicProps} from 'vue';
import type {Elements, Events} from './elements.js';
import type {Settings, Tag} from './tags.js';

/** `local-shop-select` as Vue names its listener: `onLocalShopSelect`. */
type Handler<Name extends string> = `on${Pascal<Name>}`;
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

type Handlers<T extends Tag> = {
  [E in keyof Events[T] as Handler<E & string>]?: ((event: Events[T][E]) => unknown) | undefined;
};

/** A tag as the tools of Vue know components. */
type TagComponent<T extends Tag> = new () => Elements[T] & {
  $props: Settings<T> & Handlers<T> & Omit<HTMLAttributes, keyof Settings<T>> & PublicProps;
};

type Tags = {[T in Tag]: TagComponent<T>};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
