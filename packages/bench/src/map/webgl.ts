import type {Browser} from 'puppeteer-core';

/** Chromium draws with WebGL in software when it is told that this is no risk here. */
export const WEBGL_ARGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** Whether pages can draw with WebGL. */
export async function hasWebgl(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  const hasContext = await page.evaluate(
    () => document.createElement('canvas').getContext('webgl2') !== null,
  );
  await page.close();
  return hasContext;
}
