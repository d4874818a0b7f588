// Never run: what the types of Vue and Svelte say of the tags.
import type {} from '@local-widgets/types/svelte';
import type {} from '@local-widgets/types/vue';
import type {LocalShopSelectEvent} from '@local-widgets/shops-map';
import type {SvelteHTMLElements} from 'svelte/elements';
import type {GlobalComponents} from 'vue';

type VueProps = InstanceType<GlobalComponents['local-shops-map']>['$props'];

export const vue: VueProps = {
  src: 'a.geojson',
  'radius-km': '12',
  headingLevel: 2,
  class: 'wide',
  onLocalShopSelect: (event: LocalShopSelectEvent) => event.detail.place?.name,
};
// @ts-expect-error -- there is no such layout
export const wrongVue: VueProps = {layout: 'grid'};

export const svelte: SvelteHTMLElements['local-shops-map'] = {
  src: 'a.geojson',
  'radius-km': '12',
  class: 'wide',
  'onlocal-shop-select': (event: LocalShopSelectEvent) => event.detail.place?.name,
};
// @ts-expect-error -- a number is no address
export const wrongSvelte: SvelteHTMLElements['local-shops-map'] = {src: 1};
