import type {AxeResults} from 'axe-core';
import {until, type Page} from './frame.js';

interface WithAxe {
  readonly axe?: {run(context: Document, options: object): Promise<AxeResults>};
}

/**
 * What axe finds wrong in a page, one line each. Its script comes by address, since the page allows
 * no other; the address is set outside, where no Trusted Types are asked for.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const script = document.createElement('script');
  script.src = new URL('/node_modules/axe-core/axe.min.js', location.href).href;
  page.document.head.append(script);
  const world = page.window as WithAxe;
  await until(() => world.axe, 'axe was loaded');
  const {violations} = await world.axe!.run(page.document, {resultTypes: ['violations']});
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
