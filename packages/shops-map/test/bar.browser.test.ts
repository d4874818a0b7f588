import {expect} from '@open-wc/testing';
import {hear, open, put, until} from './harness.js';
import {optionsOf, pick, selectOf} from './more-harness.js';
import {beekeeper, CENTER, fewKinds, townPlaces} from './places.js';

const options = {places: townPlaces, attributes: {center: CENTER}};

describe('the bar of <local-shops-map>', () => {
  it('takes what is typed before the search has come', async () => {
    const shops = put(options);
    await until(() => shops.all('#search').length, 'the field');
    await shops.type('ecritoire');
    expect(shops.search.value).to.equal('ecritoire');
    await until(() => shops.names.join() === 'Librairie L’Écritoire', 'the answer');
    expect(shops.status).to.equal('Une adresse');
  });

  it('narrows by distance and tells the page', async () => {
    const shops = await open(options);
    const heard = hear(shops, 'local-shops-filter');
    await pick(shops, selectOf(shops, 'radius'), 'Moins de 1 km');
    await until(() => shops.rows.length < 14, 'fewer places');
    expect(shops.names).to.include('Jardin des Œillets').and.to.not.include('Ferme des Alizés');
    const told = (): number | undefined => heard.at(-1)?.detail.ids.length;
    await until(() => told() === shops.rows.length, 'an event with what is left');
  });

  it('has no distances to choose where there is no centre', async () => {
    const shops = await open({places: townPlaces});
    expect(shops.all('#radius')).to.be.empty;
    expect(optionsOf(selectOf(shops, 'sort'))).to.deep.equal([
      'Tri : pertinence',
      'Tri : nom',
      'Tri : ouverts d’abord',
    ]);
  });

  it('does not ask about hours that nobody knows', async () => {
    const shops = await open({places: [beekeeper, {...beekeeper, id: 'other'}]});
    await until(() => shops.all('#sort').length, 'the bar');
    expect(shops.text).not.to.contain('Ouvert maintenant');
    expect(optionsOf(selectOf(shops, 'sort'))).to.deep.equal(['Tri : pertinence', 'Tri : nom']);
  });

  it('names its controls', async () => {
    const shops = await open({places: fewKinds, attributes: {center: CENTER}});
    const group = shops.one('.choices');
    expect(group.getAttribute('role')).to.equal('group');
    expect(group.getAttribute('aria-label')).to.equal('Filtres et outils');
    for (const control of group.querySelectorAll<HTMLInputElement>('input, select')) {
      expect(control.labels?.length, control.id).to.equal(1);
    }
  });
});
