import {until} from '../../frame.js';
import {button, fill, markers, one, rows, status} from '../../parts.js';
import {closePanel, listed, openPanel} from '../../ready.js';
import {openSubject, type Subject} from '../subject.js';
import type {Walk} from '../walk.js';

const opens =
  (name: 'near' | 'filters' | 'share') =>
  async ({element}: Subject): Promise<void> => {
    if (one(element, '.tool-panel .close')) await closePanel(element);
    await openPanel(element, name);
  };

export const shopsMap: Walk = {
  name: '<local-shops-map>',
  open: look =>
    openSubject(
      {
        tag: 'local-shops-map',
        attributes: {
          src: '/__page/town/data/shops.geojson',
          center: '0.524,48.4085',
          tiles: '/__tiles/{z}/{x}/{y}.png',
          geocoder: `${location.origin}/__feeds/geocoder?q={query}`,
        },
      },
      look,
    ),
  states: [
    {
      name: 'list and map',
      async go({element}) {
        await listed(element);
        element.scrollIntoView();
        // where both do not fit, the map is behind a switch
        if (!one(element, '.canvas')?.checkVisibility()) return;
        await until(() => markers(element).length > 0, 'the map has markers');
      },
    },
    {name: 'near', go: opens('near')},
    {name: 'filters', go: opens('filters')},
    {name: 'share', go: opens('share')},
    {
      name: 'a card',
      async go({element}) {
        await closePanel(element);
        rows(element)[0]?.click();
        await until(() => one(element, '.card'), 'the card is open');
        one(element, '.directions summary')?.click();
      },
    },
    {
      name: 'nothing found',
      async go({element}) {
        button(element, 'Retour à la liste')?.click();
        await until(() => rows(element).length > 0, 'the list is back');
        fill(one(element, '#search') as HTMLInputElement, 'xylophone');
        await until(() => status(element).startsWith('Aucune'), 'there is none');
      },
    },
  ],
};

export const failedMap: Walk = {
  name: '<local-shops-map> whose list does not come',
  open: look =>
    openSubject({tag: 'local-shops-map', attributes: {src: '/__feeds/no-such-list'}}, look),
  states: [
    {
      name: 'the failure',
      async go({element}) {
        await until(() => button(element, 'Réessayer'), 'there is a way out');
      },
    },
  ],
};
