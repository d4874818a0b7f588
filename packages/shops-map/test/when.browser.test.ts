import {expect} from '@open-wc/testing';
import type {Place} from '@local-widgets/model';
import {open, until, type ShopsHarness} from './harness.js';
import {change, chips, openPanel, optionsOf, pick} from './more-harness.js';
import {bakery, beekeeper, cafe, CENTER, farm, museum, townPlaces} from './places.js';

interface Moment {
  readonly now: string;
  readonly places?: readonly Place[];
  readonly timeZone?: string;
}

async function openWhen({now, places = townPlaces, timeZone}: Moment): Promise<ShopsHarness> {
  const attributes = {center: CENTER, ...(timeZone && {'time-zone': timeZone})};
  const shops = await open({places, attributes, now: new Date(now)});
  await openPanel(shops, 'Filtres');
  return shops;
}

const days = (shops: ShopsHarness): HTMLSelectElement =>
  shops.one('.moment select') as HTMLSelectElement;

const hour = (shops: ShopsHarness): HTMLInputElement =>
  shops.one('.moment input') as HTMLInputElement;

const day = (shops: ShopsHarness): string => days(shops).value;

/** Open from nine to ten on every day. */
const early: Place = {...bakery, id: 'early', name: 'Tôt', openingHours: 'Mo-Su 09:00-10:00'};

describe('what is open at a moment, in <local-shops-map>', () => {
  it('is asked for at any time, now, or at another moment', async () => {
    const shops = await openWhen({now: '2026-11-24T10:30:00+01:00'});
    expect(shops.checkbox('Peu importe').checked).to.equal(true);
    await shops.tick('Maintenant');
    expect(shops.checkbox('Ouvert maintenant').checked).to.equal(true);
    expect(shops.rows).to.have.lengthOf(9);
    await shops.tick('Un autre moment');
    expect(shops.checkbox('Ouvert maintenant').checked).to.equal(false);
    expect([day(shops), hour(shops).value]).to.deep.equal(['2026-11-24', '11:00']);
    await expect(shops.element).to.be.accessible();
    await shops.tick('Peu importe');
    expect(shops.rows).to.have.lengthOf(14);
    expect(shops.all('.moment')).to.be.empty;
  });

  it('follows day and hour; unknown hours are kept, named and counted', async () => {
    const places = [bakery, farm, cafe, beekeeper, museum];
    const shops = await openWhen({now: '2026-11-24T10:30:00+01:00', places});
    await shops.tick('Un autre moment');
    await pick(shops, days(shops), 'mercredi 25 novembre');
    await change(shops, hour(shops), '17:30');
    expect(shops.names).to.deep.equal([
      'Café de la Halle',
      'Boulangerie du Pont',
      'Ferme des Alizés',
      'Rucher de Maëlle',
    ]);
    expect(shops.status).to.contain('4 adresses, dont une aux horaires inconnus');
    await shops.shows('Les adresses aux horaires inconnus restent affichées');
    expect(chips(shops)).to.deep.equal(['mercredi 17 h 30'].map(when => `Ouvert ${when}`));
    await shops.press('Retirer le filtre : Ouvert mercredi 17 h 30');
    expect(shops.rows).to.have.lengthOf(5);
  });

  it('stays as it is while an hour is only half written', async () => {
    const shops = await openWhen({now: '2026-11-24T10:30:00+01:00'});
    await shops.tick('Un autre moment');
    const before = shops.names.join();
    await change(shops, hour(shops), '');
    expect(shops.names.join()).to.equal(before);
  });

  it('is meant in the zone of the places', async () => {
    const moment = {now: '2026-11-24T02:30:00+01:00', places: [early, beekeeper]};
    const far = await openWhen({...moment, timeZone: 'Indian/Reunion'});
    await far.tick('Un autre moment');
    // three hours later there
    expect([day(far), hour(far).value]).to.deep.equal(['2026-11-24', '06:00']);
    await change(far, hour(far), '09:30');
    expect(far.names).to.include('Tôt');
    await change(far, hour(far), '10:30');
    expect(far.names).to.not.include('Tôt');
  });

  it('begins with the next hour of clocks that go by half hours', async () => {
    const now = '2026-11-24T10:15:00-09:30';
    const shops = await openWhen({now, timeZone: 'Pacific/Marquesas'});
    await shops.tick('Un autre moment');
    expect(hour(shops).value).to.equal('11:00');
  });

  for (const [name, now, offered] of [
    [
      'summer time begins',
      '2026-03-28T23:30:00+01:00',
      ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'],
    ],
    [
      'summer time ends',
      '2026-10-25T00:15:00+02:00',
      ['2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28'],
    ],
  ] as const) {
    it(`offers each day once, and none is left out, when ${name}`, async () => {
      const shops = await openWhen({now});
      await shops.tick('Un autre moment');
      const values = [...days(shops).options].map(option => option.value);
      expect(values).to.have.lengthOf(8);
      expect(values.slice(0, 4)).to.deep.equal(offered);
      expect(new Set(optionsOf(days(shops))).size).to.equal(8);
    });
  }

  for (const [name, now, on, closed] of [
    ['summer time begins', '2026-03-28T12:00:00+01:00', '2026-03-29', '08:59'],
    ['summer time ends', '2026-10-24T12:00:00+02:00', '2026-10-25', '08:59'],
  ] as const) {
    it(`keeps to the clocks of the day on which ${name}`, async () => {
      const shops = await openWhen({now, places: [early, beekeeper]});
      await shops.tick('Un autre moment');
      await change(shops, days(shops) as unknown as HTMLInputElement, on);
      await change(shops, hour(shops), '09:00');
      expect([day(shops), hour(shops).value]).to.deep.equal([on, '09:00']);
      expect(shops.names).to.include('Tôt');
      await change(shops, hour(shops), closed);
      expect(shops.names).to.not.include('Tôt');
      await change(shops, hour(shops), '10:00');
      expect(shops.names).to.not.include('Tôt');
    });
  }

  it('is put right where clocks never show the hour', async () => {
    const shops = await openWhen({now: '2026-03-28T12:00:00+01:00', places: [cafe, beekeeper]});
    await shops.tick('Un autre moment');
    await change(shops, days(shops) as unknown as HTMLInputElement, '2026-03-29');
    await change(shops, hour(shops), '02:30');
    expect(shops.names).to.deep.equal(['Café de la Halle', 'Rucher de Maëlle']);
    expect(hour(shops).value).to.match(/^0[13]:/);
  });

  it('shows the day that is asked for, also one that is not among the next ones', async () => {
    const shops = await openWhen({now: '2026-11-24T23:30:00+01:00'});
    await shops.tick('Un autre moment');
    expect([day(shops), hour(shops).value]).to.deep.equal(['2026-11-25', '00:00']);
    // the page stays open for days
    shops.element.clock = {now: () => new Date('2026-11-27T08:00:00+01:00')};
    shops.element.requestUpdate();
    await shops.settled();
    await until(() => day(shops) === '2026-11-25', 'the day that is asked for');
  });
});
