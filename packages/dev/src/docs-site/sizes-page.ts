import {measureBundles} from '../checks/sizes.js';
import {html} from './html.js';
import type {Page} from './page.js';
import {SITE_WORDS} from './words.js';

/** What the files of the script tag weigh, measured while the site is built. */
export function sizesPage(folder: string): Page {
  const number = new Intl.NumberFormat('en');
  const rows = measureBundles(folder).map(
    ({name, files, budget, sizes}) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${files.map((file, at) => [at > 0 && ', ', html`<code>${file}</code>`])}</td>
        ${[sizes.min, sizes.gzip, sizes.brotli, budget].map(
          bytes => html`<td class="number">${number.format(bytes)}</td>`,
        )}
      </tr>`,
  );
  return {
    path: 'dev/sizes.html',
    lang: 'en',
    section: 'developers',
    title: 'Sizes of the files',
    wide: true,
    body: html`<h1>Sizes of the files</h1>
      <p class="lead">
        Bytes of the files of the script tag, by what a page asks for. The build fails above the
        budget, which is for files compressed with brotli.
      </p>
      <div class="scroll" role="group" tabindex="0" aria-label="${SITE_WORDS.en.table}">
        <table>
          <thead>
            <tr>
              ${['What', 'Files', 'Minified', 'gzip', 'brotli', 'Budget'].map(title => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
  };
}
