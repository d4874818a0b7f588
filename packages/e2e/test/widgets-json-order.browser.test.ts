import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {
  expectAllAsked,
  expectNothingEarly,
  expectOnlyDeclared,
  expectStorage,
  openWidget,
} from '../src/declared.js';
import {closePages, until} from '../src/frame.js';
import {startHub, stopHub, type RunningHub} from '../src/hub.js';
import {at, codeIn, control, forward} from '../src/ordering.js';
import {fill, one, textOf} from '../src/parts.js';
import {SCRIPTS} from '../src/town.js';
import {NOTHING_STORED, stored} from '../src/traces.js';

describe('widgets.json and the order button', () => {
  let hub: RunningHub;

  before(async function () {
    this.timeout(60_000);
    await setViewport({width: 1200, height: 900});
    hub = (await startHub())!;
  });
  afterEach(closePages);
  after(stopHub);

  it('agree on whom it asks, when, and on what it keeps', async () => {
    const page = await openWidget('collect-button', {
      attributes: {hub: hub.hub, shop: 'boulangerie-lecourbe'},
      before: hub.before,
    });
    const {element: button, traces} = page;
    await until(() => one(button, '[part=button]'), 'the button is there');
    const places = {
      sdk: `${location.origin}${SCRIPTS}`,
      data: `${location.origin}/images/`,
      'attribute hub': hub.hub,
    };
    expectNothingEarly(page, places);
    expect(await stored(page.window)).to.deep.equal(NOTHING_STORED);

    one(button, '[part=button]')?.click();
    await at(button, 'basket');
    expect(await stored(page.window), 'looking leaves nothing').to.deep.equal(NOTHING_STORED);
    control(button, 'Ajouter : Pain de campagne au levain').click();
    await until(() => textOf(one(button, '.sum')).includes('1 article'), 'one is in the basket');
    expect(traces.written()).to.have.lengthOf(1);
    forward(button)?.click();
    await at(button, 'pickup');
    forward(button)?.click();
    await at(button, 'contact');
    fill(one(button, '#name') as HTMLInputElement, 'Claire');
    fill(one(button, '#email') as HTMLInputElement, 'claire@exemple.example');
    forward(button)?.click();
    await at(button, 'review');
    one(button, 'dialog [type=checkbox]')?.click();
    forward(button)?.click();
    await at(button, 'ordered');
    expect(codeIn(button)).to.match(/^[2-9A-HJ-NP-Z]{4,6}$/);
    expectOnlyDeclared(page, places);
    expectAllAsked(page, places);
    await expectStorage(page);
  }).timeout(90_000);
});
