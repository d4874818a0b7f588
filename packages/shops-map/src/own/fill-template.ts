import {UGC_REL} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import {linkOf, type ShopTemplateData} from './template-data.js';

/**
 * A copy of a page's `<template>` with a place in it. An element with `data-field="telephone"` gets
 * that text, is gone when there is none; a link also gets its address, an image its source.
 */
export function fillTemplate(
  template: HTMLTemplateElement,
  data: ShopTemplateData,
  place: Place,
): HTMLElement {
  const box = document.createElement('div');
  box.className = 'own';
  box.append(document.importNode(template.content, true));
  for (const element of box.querySelectorAll<HTMLElement>('[data-field]')) {
    const field = element.dataset['field'] ?? '';
    const text = Object.hasOwn(data, field) ? data[field as keyof ShopTemplateData] : undefined;
    if (text === undefined) element.remove();
    else if (element instanceof HTMLImageElement) {
      element.loading = 'lazy';
      element.src = text;
      element.alt ||= data.imageCaption ?? '';
    } else {
      element.textContent = text;
      if (element instanceof HTMLAnchorElement) lead(element, linkOf(field, place));
    }
  }
  return box;
}

function lead(link: HTMLAnchorElement, href: string | undefined): void {
  if (!href) return;
  link.href = href;
  link.rel = UGC_REL;
}
