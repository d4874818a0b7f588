import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {tap} from '../src/finger.js';
import {closePages, until} from '../src/frame.js';
import {startHub, stopHub, type RunningHub} from '../src/hub.js';
import {
  at,
  buttonOf,
  codeIn,
  control,
  dialogOf,
  errorBy,
  forward,
  openCard,
} from '../src/ordering.js';
import {all, fill, one, textOf} from '../src/parts.js';
import {openTown, type Town} from '../src/town.js';

const FARM = 'jardins-de-la-hulotte';

/** Nothing sticks out to the side, of the page or of the dialog. */
function expectNarrow({document}: Town, button: Element): void {
  const root = document.documentElement;
  expect(root.scrollWidth, 'the page').to.be.at.most(root.clientWidth);
  const scroll = one(button, 'dialog .scroll');
  if (scroll) expect(scroll.scrollWidth, 'the dialog').to.be.at.most(scroll.clientWidth);
}

/** What fingers must meet is large enough (RGAA and WCAG 2.5.8 ask for 24 px). */
function expectTargets(button: Element): void {
  const small = all(button, 'dialog button')
    .filter(each => each.getClientRects().length > 0)
    .filter(each => each.getBoundingClientRect().height < 32);
  expect(small.map(textOf)).to.deep.equal([]);
}

describe('a reservation by touch, on a narrow phone, at the real hub', () => {
  let hub: RunningHub;

  before(async function () {
    this.timeout(60_000);
    // Firefox's windows do not get below 450 px
    await setViewport({width: 320, height: 640});
    hub = (await startHub())!;
  });
  afterEach(closePages);
  after(async () => {
    await stopHub();
    await setViewport({width: 1200, height: 800});
  });

  it('from the card to the code, brought home', async () => {
    const town = await openTown({hub: hub.hub, before: hub.before});
    const button = buttonOf(town, FARM);
    const forwards = async (): Promise<void> => tap(forward(button)!);
    await tap(await openCard(town, 'Les Jardins de la Hulotte'));
    await at(button, 'basket');
    expectNarrow(town, button);
    expectTargets(button);
    await tap(control(button, 'Ajouter : Panier de la semaine pour quatre'));
    await until(() => textOf(one(button, '.sum')).includes('1 article'), 'one is in the basket');
    await forwards();
    await at(button, 'pickup');
    expectNarrow(town, button);

    await tap(control(button, 'Livraison').closest('label')!);
    await until(() => one(button, '#postalCode'), 'an address is asked for');
    const address: Record<string, string> = {
      streetAddress: '4 rue des Tilleuls',
      postalCode: '75001',
      addressLocality: 'Paris',
    };
    for (const [id, text] of Object.entries(address)) {
      fill(one(button, `#${id}`) as HTMLInputElement, text);
    }
    await until(() => one(button, '[name=slot]:checked'), 'there are slots');
    await forwards();
    await until(() => one(button, '#postalCode[aria-invalid]'), 'that is too far');
    expect(errorBy(one(button, '#postalCode')!)).to.include('ne livre pas à ce code postal');
    expectNarrow(town, button);
    fill(one(button, '#postalCode') as HTMLInputElement, '61199');
    await until(() => textOf(dialogOf(button)).includes('livraison 2,50'), 'the zone is told');
    await forwards();
    await at(button, 'contact');
    expectNarrow(town, button);
    fill(control(button, 'Prénom ou nom') as HTMLInputElement, 'Malo');
    fill(control(button, 'Téléphone') as HTMLInputElement, '06 39 98 00 00');
    await forwards();
    await at(button, 'review');
    expect(textOf(one(button, '.lines'))).to.match(/Total TTC ?28,50/);
    expect(textOf(dialogOf(button))).to.include('Une réservation n’engage à rien');
    expect(textOf(forward(button))).to.equal('Réserver');
    expectNarrow(town, button);
    expectTargets(button);

    const terms = one(button, 'dialog [type=checkbox]');
    if (terms) await tap(terms.closest('label')!);
    await forwards();
    await at(button, 'reserved');
    expect(codeIn(button)).to.match(/^[2-9A-HJ-NP-Z]{4,6}$/);
    expectNarrow(town, button);
    expect(await axeViolations(town)).to.deep.equal([]);
    expect([...town.errors, ...town.warnings, ...town.violations]).to.deep.equal([]);
  }).timeout(90_000);
});
