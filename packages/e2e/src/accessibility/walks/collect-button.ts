import {until} from '../../frame.js';
import {startHub, stopHub, type RunningHub} from '../../hub.js';
import {at, control, forward} from '../../ordering.js';
import {all, fill, one, textOf} from '../../parts.js';
import {openSubject} from '../subject.js';
import {forgetOurs} from '../../traces.js';
import type {Walk} from '../walk.js';

let hub: RunningHub | undefined;

export const collectButton: Walk = {
  name: '<local-collect-button>',
  async prepare() {
    hub = await startHub('sqlite');
    return hub !== undefined;
  },
  clear: stopHub,
  open(look) {
    forgetOurs();
    const attributes = {hub: hub!.hub, shop: 'boulangerie-lecourbe'};
    return openSubject({tag: 'local-collect-button', attributes, before: hub!.before}, look);
  },
  states: [
    {
      name: 'the button',
      go: ({element}) => until(() => one(element, '[part=button]'), 'the button is there'),
    },
    {
      name: 'the catalogue',
      async go({element}) {
        one(element, '[part=button]')?.click();
        await at(element, 'basket');
        control(element, 'Ajouter : Pain de campagne au levain').click();
        await until(
          () => textOf(one(element, '.sum')).includes('1 article'),
          'one is in the basket',
        );
        for (const details of all(element, 'dialog details')) {
          (details as HTMLDetailsElement).open = true;
        }
      },
    },
    {
      name: 'the slots',
      async go({element}) {
        forward(element)?.click();
        await at(element, 'pickup');
      },
    },
    {
      name: 'the contact with errors',
      async go({element}) {
        forward(element)?.click();
        await at(element, 'contact');
        forward(element)?.click();
        await until(() => one(element, '#name[aria-invalid=true]'), 'what is wrong is said');
      },
    },
    {
      name: 'the review',
      async go({element}) {
        fill(one(element, '#name') as HTMLInputElement, 'Claire');
        fill(one(element, '#email') as HTMLInputElement, 'claire@exemple.example');
        forward(element)?.click();
        await at(element, 'review');
      },
    },
    {
      name: 'the confirmation',
      async go({element}) {
        one(element, 'dialog [type=checkbox]')?.click();
        forward(element)?.click();
        await at(element, 'ordered');
      },
    },
  ],
};
