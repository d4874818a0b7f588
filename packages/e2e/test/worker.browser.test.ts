import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, openPage, until, type Page} from '../src/frame.js';
import {LARGE, listed} from '../src/large-list.js';
import {rows} from '../src/parts.js';
import {needBuild, openTown, SCRIPTS} from '../src/town.js';
import {watchWorkers} from '../src/watch-workers.js';

const FILE = `${location.origin}${SCRIPTS}places-worker.js`;

/** A page with a policy of its own in its markup. */
async function openWithPolicy(policy: string): Promise<Page & {readonly shops: Element}> {
  await needBuild();
  const page = await openPage({
    srcdoc: `<!doctype html><html lang="fr"><head>
      <meta http-equiv="content-security-policy" content="${policy}"></head><body>
      <script type="module" src="${SCRIPTS}local-widgets.js"></script>
      <local-shops-map src="${LARGE}" tiles="none"></local-shops-map></body></html>`,
  });
  await until(() => page.document.querySelector('local-shops-map'), 'the page has our tag');
  return {...page, shops: page.document.querySelector('local-shops-map')!};
}

describe('a large list', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('is read by one worker from our own file, under the strictest policy', async () => {
    const {started, before} = watchWorkers();
    const page = await openTown({src: LARGE, tiles: 'none', before});
    await listed(page.shops);
    expect(started).to.deep.equal([FILE]);
    expect([...page.warnings, ...page.errors, ...page.violations]).to.deep.equal([]);
  });

  it('is read by the page itself where a policy forbids workers, which the console tells', async () => {
    const page = await openWithPolicy("worker-src 'none'");
    await listed(page.shops);
    expect(page.warnings).to.have.lengthOf(1);
    expect(page.warnings[0])
      .to.contain(`refuses the worker ${FILE}`)
      .and.to.contain(`add ${location.origin} to worker-src.`);
    expect(page.errors).to.deep.equal([]);
  });

  it('asks for no worker when it is small', async () => {
    const {started, before} = watchWorkers();
    const page = await openTown({tiles: 'none', before});
    await until(() => rows(page.shops).length > 0, 'the list is there');
    expect(started).to.deep.equal([]);
  });
});
