import type {AxeResults} from 'axe-core';
import {until, type Page} from './frame.js';

interface WithAxe {
  readonly axe?: {run(context: Document, options: object): Promise<AxeResults>};
}

/**
 * axe knows a skip link by the first link to elsewhere that follows it, and sees no order between the
 * page and a shadow tree: where that first link is one of ours, it takes the page's skip link for
 * content outside of all landmarks.
 */
const isSkipLink = (id: string, target: unknown[], {document}: Page): boolean =>
  id === 'region' && document.querySelector(String(target)) === document.querySelector('a.skip');

/**
 * What axe finds wrong in a page, one line each. Its script comes by address, since the page allows
 * no other; the address is set outside, where no Trusted Types are asked for.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const world = page.window as WithAxe;
  const script = document.createElement('script');
  script.src = new URL('/node_modules/axe-core/axe.min.js', location.href).href;
  if (!world.axe) page.document.head.append(script);
  await until(() => world.axe, 'axe was loaded');
  const {violations} = await world.axe!.run(page.document, {resultTypes: ['violations']});
  return violations.flatMap(({id, nodes}) =>
    nodes
      .filter(({target}) => !isSkipLink(id, target, page))
      .map(({target, failureSummary = ''}) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
