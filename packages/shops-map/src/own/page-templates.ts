import {warn, type LocalElement} from '@local-widgets/core';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import type {RowData} from '../templates/list.js';
import {fillTemplate} from './fill-template.js';
import {templateData, type ShopTemplateData} from './template-data.js';

/** Makes something that Lit renders (a text, a node, a template) of a place. */
export type ShopTemplate = (data: ShopTemplateData) => unknown;

export type TemplateSlot = 'item' | 'card';

/** Templates as properties, for pages with scripts. */
export interface TemplateProperties {
  readonly itemTemplate: ShopTemplate | undefined;
  readonly cardTemplate: ShopTemplate | undefined;
}

/** Rows and cards as the page wants them, from its `<template slot="item">` and `<template slot="card">`. */
export class PageTemplates {
  /** What was made of a place, for as long as nothing about it changes. */
  private readonly made = new Map<string, {by: object; of: string; what: unknown}>();
  /** Templates that failed, each told once. */
  private readonly failed = new WeakSet<object>();

  constructor(private readonly host: LocalElement & TemplateProperties) {}

  /** Undefined where the page has no template for it, or one that fails. */
  fill(slot: TemplateSlot, row: RowData, words: ViewContext<Messages>): unknown {
    const {host} = this;
    const by = host[`${slot}Template`] ?? host.querySelector(`:scope > template[slot="${slot}"]`);
    if (typeof by !== 'function' && !(by instanceof HTMLTemplateElement)) return undefined;
    const data = templateData(row, words);
    const of = JSON.stringify(data);
    const key = `${slot} ${data.id}`;
    const known = this.made.get(key);
    if (known?.by === by && known.of === of) return known.what;
    try {
      const what = typeof by === 'function' ? by(data) : fillTemplate(by, data, row.place);
      this.made.set(key, {by, of, what});
      return what;
    } catch (error) {
      if (!this.failed.has(by)) {
        this.failed.add(by);
        warn(host.localName, `the page's template for "${slot}" failed.`, error);
      }
      return undefined;
    }
  }
}
