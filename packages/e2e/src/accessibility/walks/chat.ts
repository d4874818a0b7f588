import {chatHub, launcherOf, messagesIn, openChat, say, type ChatHub} from '../../chatting.js';
import {until} from '../../frame.js';
import {all, button, fill, one} from '../../parts.js';
import {forgetOurs} from '../../traces.js';
import {openSubject, type Look, type Subject} from '../subject.js';
import type {Walk} from '../walk.js';

let talk: ChatHub | undefined;

function open(attributes: Readonly<Record<string, string>>, look: Look): Promise<Subject> {
  forgetOurs();
  talk = chatHub();
  const {hub, options} = talk;
  return openSubject(
    {tag: 'local-chat', attributes: {hub: hub.url, ...attributes}, before: options.before},
    look,
  );
}

export const chat: Walk = {
  name: '<local-chat>',
  open: look => open({shop: 'mairie'}, look),
  clear: forgetOurs,
  states: [
    {
      name: 'the button',
      go: ({element}) => until(() => launcherOf(element), 'the button is there'),
    },
    {
      name: 'a conversation',
      async go({element}) {
        const {hub} = talk!;
        await openChat(element);
        await say(element, 'Bonjour, une question');
        await until(() => hub.streamCount > 0, 'a line');
        hub.say(hub.conversation, 'Bonjour ! Voyez https://mairie.example/une/adresse/longue');
        await until(() => messagesIn(element).length === 2, 'an answer');
      },
    },
    {
      name: 'the options',
      async go({element}) {
        all(element, 'button')
          .find(each => each.getAttribute('aria-label')?.startsWith('Options'))
          ?.click();
        await until(() => one(element, '.option'), 'the options are there');
      },
    },
  ],
};

export const neighbours: Walk = {
  name: '<local-chat> as a room of neighbours',
  open: look => open({room: 'place-du-marche'}, look),
  clear: forgetOurs,
  states: [
    {
      name: 'the room, before one joins',
      async go({element}) {
        await openChat(element);
        await until(() => one(element, '#join'), 'the room is there');
      },
    },
    {
      name: 'the rules',
      async go({element}) {
        one(element, '#join')?.click();
        await until(() => one(element, '#nickname'), 'the rules are there');
      },
    },
    {
      name: 'a message of one’s own',
      async go({element}) {
        fill(one(element, '#nickname') as HTMLInputElement, 'Yann');
        one(element, '#accept')?.click();
        one(element, '[type=submit]')?.click();
        await say(element, 'Bonjour à tous');
        await until(() => messagesIn(element).length === 1, 'it is said');
        await until(
          () => button(element, 'Supprimer ce message') ?? one(element, '.message'),
          'it stands there',
        );
      },
    },
  ],
};

export const contactCard: Walk = {
  name: '<local-chat> without a hub',
  open: look =>
    openSubject(
      {
        tag: 'local-chat',
        attributes: {
          phone: '02 61 91 10 00',
          email: 'mairie@example.org',
          'opening-hours': 'Mo-Fr 09:00-17:00',
        },
      },
      look,
    ),
  states: [{name: 'the card', go: ({element}) => openChat(element)}],
};
