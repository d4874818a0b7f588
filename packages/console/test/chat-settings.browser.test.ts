import {expect} from '@open-wc/testing';
import type {ChatSettings, RoomSettings} from '@local-widgets/model/schemas.js';
import {busyChat, type FakeChat} from './fake-chat.js';
import {normal, put, until, type DeskHarness} from './harness.js';
import {openInbox} from './inbox-harness.js';
import type {PushDevice, PushState} from '../src/push/push-device.js';

/** The shop's tab, with every fold open. */
async function openSettings(
  chat: FakeChat = busyChat(),
  tag: 'local-inbox' | 'local-desk' = 'local-inbox',
): Promise<DeskHarness> {
  const desk = put({tag, hub: chat.hub, width: 900});
  await until(() => desk.all('#tab-shop').length, 'the desk');
  desk.tab('Boutique').click();
  await until(() => desk.all('#fold-chat').length > 0, 'the settings');
  for (const fold of desk.all<HTMLDetailsElement>('details.fold')) fold.open = true;
  await desk.settled();
  return desk;
}

const lastSettings = ({hub}: DeskHarness): ChatSettings =>
  hub.callsTo(/PUT .*chat\/settings/).at(-1)!.body as ChatSettings;

const fold = (desk: DeskHarness, id: string): HTMLElement => desk.all(`#fold-${id}`)[0]!;

describe('the settings of the chat', () => {
  it('are accessible, beside those of the shop', async () => {
    const desk = await openSettings(busyChat(), 'local-desk');
    await expect(desk.element).to.be.accessible();
    expect(desk.text).to.include('Fermetures exceptionnelles').and.to.include('Webhooks');
    const alone = await openSettings();
    expect(alone.text).to.include('Horaires').and.to.include('Équipe');
    expect(alone.text).not.to.include('Fermetures exceptionnelles');
  });

  it('keep what the form does not show, and leave out what was emptied', async () => {
    const desk = await openSettings();
    await desk.type('Mot d’accueil', '');
    await desk.type('Heures de réponse', 'Mo-Fr 09:00-12:00');
    await desk.type('Durée de conservation (jours)', '45');
    await desk.press('Enregistrer', fold(desk, 'chat'));
    await until(() => desk.notice.includes('enregistré'), 'the notice');
    const sent = lastSettings(desk);
    expect(sent.greeting).to.equal(undefined);
    expect(sent.hours).to.equal('Mo-Fr 09:00-12:00');
    expect(sent.retentionDays).to.equal(45);
    expect(sent.cannedAnswers.length).to.equal(3);
    expect(sent.isAway).to.equal(false);
  });

  it('say by the field what is wrong, here and at the hub', async () => {
    const chat = busyChat();
    const desk = await openSettings(chat);
    await desk.type('Durée de conservation (jours)', '900');
    await desk.press('Enregistrer', fold(desk, 'chat'));
    expect(desk.errorOf('Durée de conservation (jours)')).to.include('de 1 à 365');
    await desk.type('Durée de conservation (jours)', '60');
    await desk.type('Heures de réponse', 'jamais');
    chat.hub.rule(({method, path}) =>
      method === 'PUT' && path.endsWith('/chat/settings')
        ? Response.json(
            {
              code: 'invalid',
              title: 'Refusé.',
              fields: [{pointer: '/hours', message: 'Ces heures ne se lisent pas.'}],
            },
            {status: 400},
          )
        : undefined,
    );
    await desk.press('Enregistrer', fold(desk, 'chat'));
    await until(() => desk.errorOf('Heures de réponse').includes('ne se lisent pas'), 'the error');
    await expect(desk.element).to.be.accessible();
  });

  it('have lists of questions and canned answers, which the field for replies offers at once', async () => {
    const chat = busyChat();
    const desk = await openSettings(chat);
    await desk.press('Ajouter une réponse type');
    expect(desk.errorOf('Nom')).to.include('Remplissez le nom et le texte.');
    await desk.type('Nom', 'Parking');
    await desk.type('Texte', 'Le parking est derrière la mairie.');
    await desk.press('Ajouter une réponse type');
    await until(() => lastSettings(desk).cannedAnswers.length === 4, 'four answers');
    await desk.press('Retirer la réponse type Merci');
    await until(() => lastSettings(desk).cannedAnswers.length === 3, 'three answers');
    await desk.type('Question', 'Livrez-vous ?');
    await desk.press('Ajouter une question');
    await until(() => lastSettings(desk).quickQuestions.length === 3, 'three questions');
    expect(lastSettings(desk).quickQuestions.at(-1)).to.deep.equal({question: 'Livrez-vous ?'});
    desk.tab('Messages').click();
    await until(() => desk.all('.room-row').length, 'the list');
    desk.all('.room-row')[0]!.click();
    await until(() => desk.all('#reply').length, 'the field');
    await desk.press('Réponses types');
    expect(normal(desk.all('#canned')[0]!.textContent)).to.include('Parking');
  });

  it('have words, notices, and addresses of other tools', async () => {
    const desk = await openSettings();
    await desk.type('Mots bloqués, un par ligne', 'casino\n loterie \n\ncasino');
    await desk.press('Enregistrer', fold(desk, 'guard'));
    await until(() => lastSettings(desk).blockedWords.length === 2, 'two words');
    expect(lastSettings(desk).blockedWords).to.deep.equal(['casino', 'loterie']);
    await desk.type('Adresse XMPP qui répond', 'boutique');
    await desk.type('Compte Matrix qui répond', '@boutique:exemple.fr');
    await desk.press('Enregistrer', fold(desk, 'notices'));
    expect(desk.errorOf('Adresse XMPP qui répond')).to.include('Une adresse comme');
    await desk.type('Adresse XMPP qui répond', 'boutique@exemple.fr');
    await desk.press('Enregistrer', fold(desk, 'notices'));
    await until(() => lastSettings(desk).xmpp === 'boutique@exemple.fr', 'the address');
    expect(lastSettings(desk).matrix).to.equal('@boutique:exemple.fr');
  });

  it('change the pace and the rules of a room, which are accepted anew', async () => {
    const desk = await openSettings();
    const room = fold(desk, 'room-halles');
    const field = (label: string): HTMLInputElement =>
      [...room.querySelectorAll<HTMLInputElement>('input, textarea')].find(each =>
        normal(each.labels?.[0]?.textContent ?? '').startsWith(label),
      )!;
    const sent = (): RoomSettings | undefined =>
      desk.hub.callsTo(/PUT .*public-rooms\/halles/).at(-1)?.body as RoomSettings | undefined;
    field('Ralenti').value = '60';
    await desk.press('Enregistrer', room);
    await until(() => sent()?.slowSeconds === 60, 'the pace');
    expect(sent()!.rulesVersion).to.equal('2026-09-01');
    field('Règles').value = 'Restez courtois. Pas de ventes.';
    await desk.press('Enregistrer', room);
    await until(() => sent()?.rules.includes('ventes'), 'the rules');
    expect(sent()!.rulesVersion).to.equal('2026-11-22');
    expect(sent()!.isPremoderated).to.equal(true);
  });

  it('make a room, close it after a question, and open it again', async () => {
    const desk = await openSettings();
    const make = fold(desk, 'new-room');
    const set = (name: string, value: string): void => {
      make.querySelector<HTMLInputElement>(`[name=new-room-${name}]`)!.value = value;
    };
    set('id', 'La Place');
    await desk.press('Enregistrer', make);
    expect(desk.errorOf('Nom dans l’adresse')).to.include('Des lettres minuscules');
    set('id', 'place');
    set('name', 'La Place');
    set('rules', 'Restez courtois.');
    await desk.press('Enregistrer', make);
    await until(() => desk.all('#fold-room-place').length, 'the room');
    await desk.press('Fermer le salon… La Place');
    await desk.shows('Fermer « La Place » ?');
    await expect(desk.element).to.be.accessible();
    await desk.press('Fermer le salon');
    await desk.shows('Ce salon est fermé. L’enregistrer l’ouvre de nouveau.');
    fold(desk, 'room-place').querySelector('details')?.setAttribute('open', '');
    await desk.press('Enregistrer', fold(desk, 'room-place'));
    await until(() => desk.findButton('Fermer le salon… La Place'), 'it is open');
  });

  it('show what moderators did', async () => {
    const desk = await openSettings();
    await desk.shows('Léa a retiré un message · Salon des Halles');
    expect(desk.text).to.include('Motif : Publicité');
  });

  it('are for merchants', async () => {
    const chat = busyChat();
    chat.hub.session = {
      ...chat.hub.session!,
      memberships: [{shop: 'fournil', name: 'Le Fournil', role: 'clerk'}],
    };
    const desk = put({tag: 'local-inbox', hub: chat.hub});
    await until(() => desk.all('#tab-shop').length, 'the desk');
    desk.tab('Boutique').click();
    await desk.shows('réservés au responsable');
    expect(chat.hub.callsTo(/GET .*chat\/settings/)).to.deep.equal([]);
  });
});

/** A device whose browser and push service do as the test says. */
class FakeDevice implements PushDevice {
  now: PushState = 'off';
  /** What the person says when the browser asks; `broken` when the push service does not answer. */
  answer: 'yes' | 'no' | 'broken' = 'yes';
  asked = 0;
  text = false;

  state(): Promise<PushState> {
    return Promise.resolve(this.now);
  }

  showsText(): Promise<boolean> {
    return Promise.resolve(this.text);
  }

  showText(shows: boolean): Promise<void> {
    this.text = shows;
    return Promise.resolve();
  }

  switchOn() {
    this.asked++;
    if (this.answer === 'broken') return Promise.reject(new Error('AbortError'));
    this.now = this.answer === 'yes' ? 'on' : 'denied';
    const address = {
      endpoint: 'https://push.example/1',
      keys: {p256dh: 'BAAA', auth: 'AAAA'},
    };
    return Promise.resolve(this.answer === 'yes' ? address : undefined);
  }

  switchOff() {
    const wasOn = this.now === 'on';
    this.now = 'off';
    return Promise.resolve(wasOn ? 'https://push.example/1' : undefined);
  }
}

describe('notifications of a device', () => {
  async function openPush(device?: FakeDevice, chat = busyChat()): Promise<DeskHarness> {
    chat.hub.device = device;
    const {desk} = await openInbox({chat});
    expect(device?.asked ?? 0).to.equal(0);
    desk.all<HTMLDetailsElement>('.push')[0]!.open = true;
    await until(() => !desk.all('.push .wait').length, 'its state');
    await desk.settled();
    return desk;
  }

  it('are asked for only after a tap, told to the hub, and taken back', async () => {
    const device = new FakeDevice();
    const desk = await openPush(device);
    await expect(desk.element).to.be.accessible();
    expect(device.asked).to.equal(0);
    await desk.press('Recevoir les notifications sur cet appareil');
    await until(() => desk.findButton('Notifications activées sur cet appareil'), 'on');
    expect(desk.hub.callsTo(/PUT .*push-subscriptions/)[0]!.body).to.deep.equal({
      endpoint: 'https://push.example/1',
      keys: {p256dh: 'BAAA', auth: 'AAAA'},
    });
    await desk.press('Notifications activées sur cet appareil');
    await until(() => desk.findButton('Recevoir les notifications sur cet appareil'), 'off');
    expect(desk.hub.callsTo(/DELETE .*push-subscriptions/)[0]!.body).to.deep.equal({
      endpoint: 'https://push.example/1',
    });
  });

  it('show who wrote and what only where that was asked for', async () => {
    const device = new FakeDevice();
    device.now = 'on';
    const desk = await openPush(device);
    expect(device.text).to.equal(false);
    desk.all('[name=push-text]')[0]!.click();
    await until(() => device.text, 'with text');
    await expect(desk.element).to.be.accessible();
  });

  it('are off when the hub does not know of them', async () => {
    const device = new FakeDevice();
    const chat = busyChat();
    chat.hub.fail(/push-subscriptions/, 'unavailable', 503);
    const desk = await openPush(device, chat);
    await desk.press('Recevoir les notifications sur cet appareil');
    await desk.shows('Refus : unavailable');
    expect(device.now).to.equal('off');
  });

  it('say what stands against them', async () => {
    const device = new FakeDevice();
    device.answer = 'broken';
    let desk = await openPush(device);
    await desk.press('Recevoir les notifications sur cet appareil');
    await desk.shows('Le service de notifications du navigateur ne répond pas.');
    device.answer = 'no';
    await desk.press('Recevoir les notifications sur cet appareil');
    await desk.shows('Ce navigateur bloque les notifications de cette page.');
    desk = await openPush();
    await desk.shows('Ce navigateur n’en propose pas ici.');
    const chat = busyChat();
    chat.pushKey = undefined;
    desk = await openPush(new FakeDevice(), chat);
    await desk.shows('Ce serveur n’envoie pas de notifications.');
  });

  it('end with who signs out', async () => {
    const device = new FakeDevice();
    device.now = 'on';
    const desk = await openPush(device);
    await desk.press('Se déconnecter');
    await desk.shows('Se connecter au comptoir');
    await until(() => device.now === 'off', 'off');
  });
});
