import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {modules, parse, shown, SHOPS, AGENDA, type Modules} from '../../src/four-modules.js';
import {until} from '../../src/frame.js';
import {all, button, fill, isShown, one, rows, textOf} from '../../src/parts.js';
import {fourIn, tags} from '../../src/all-four.js';
import {useFour, useShops} from '../../src/use-four.js';

/** How often an address was asked for. */
const times = ({asked}: Modules, address: string): number =>
  asked.filter(each => each.endsWith(address)).length;

describe('the four as npm modules, in pages that move things about', () => {
  let page: Modules;

  before(() => setViewport({width: 1200, height: 900}));
  beforeEach(() => {
    page = modules();
  });
  afterEach(() => {
    page.end();
    document.documentElement.lang = 'fr';
    document.documentElement.removeAttribute('dir');
    expect(page.errors, 'errors').to.deep.equal([]);
  });

  /** Nothing was said in the console that a webmaster would have to look into. */
  const quiet = (): void => {
    expect(page.warnings, 'warnings').to.deep.equal([]);
  };

  it('moved again and again while they load, they end as if nothing had been', async () => {
    page.box.append(parse(page.html));
    const moved = [...page.box.children];
    for (let round = 0; round < 8; round++) {
      const next = document.createElement('section');
      page.box.append(next);
      next.append(...moved);
      // a task, so that what was begun is on its way
      await new Promise(resolve => setTimeout(resolve));
    }
    const four = await shown(page.box);
    expect(times(page, SHOPS), 'one request for each place it was in, at most').to.be.at.most(9);
    await useFour(four);
    quiet();
  }).timeout(30_000);

  it('taken out while they load and put back later, they are whole', async () => {
    page.box.append(parse(page.html));
    const taken = [...page.box.children];
    await until(() => page.asked.length > 0, 'something is on its way');
    page.box.replaceChildren();
    await new Promise(resolve => setTimeout(resolve, 50));
    page.box.append(...taken);
    await useFour(await shown(page.box));
    quiet();
  }).timeout(30_000);

  it('cloned, also in use, the clone is an element of its own that begins anew', async () => {
    page.box.append(parse(page.html));
    const {shops} = await shown(page.box);
    rows(shops)[0]?.click();
    await until(() => one(shops, '.card'), 'the card is open');
    const clone = document.createElement('div');
    for (const each of page.box.children) clone.append(each.cloneNode(true));
    page.box.append(clone);
    const copies = await shown(clone);
    expect(one(copies.shops, '.card'), 'no card of the other').to.equal(undefined);
    expect(textOf(copies.shops)).to.equal('Nos adresses');
    const imported = document.createElement('div');
    imported.append(document.importNode(copies.events, true));
    page.box.append(imported);
    await until(
      () => all(imported.firstElementChild!, '.event .name').length > 0,
      'the imported agenda is there',
    );
    expect(one(shops, '.card'), 'the first one keeps its card').to.exist;
    quiet();
  }).timeout(30_000);

  it('serialised by an editor and parsed again, twice, they have nothing double', async () => {
    page.box.append(parse(page.html));
    await shown(page.box);
    const first = page.box.outerHTML;
    const second = document.createElement('div');
    second.append(parse(first));
    page.end();
    page = modules();
    page.box.append(second);
    await shown(second);
    const inside = second.firstElementChild!.outerHTML;
    expect(inside).to.equal(first);
    for (const each of Object.values(fourIn(second)) as Element[]) {
      expect(each.childElementCount, each.localName).to.equal(1);
      expect(each.getAttribute('style'), each.localName).to.equal(null);
      expect(each.getAttribute('class'), each.localName).to.equal(null);
    }
    quiet();
  }).timeout(30_000);

  it('in a template they are asleep, and wake up where it is put', async () => {
    const template = document.createElement('template');
    template.content.append(parse(page.html));
    page.box.append(template);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(page.asked).to.deep.equal([]);
    const box = document.createElement('div');
    page.box.append(box);
    box.append(document.importNode(template.content, true));
    await useFour(await shown(box));
    quiet();
  }).timeout(30_000);

  it('in a shadow root, in one more inside, with its language', async () => {
    const outer = document.createElement('div');
    page.box.append(outer);
    outer.lang = 'en';
    const middle = outer.attachShadow({mode: 'closed'});
    const inner = document.createElement('div');
    middle.append(inner);
    const root = inner.attachShadow({mode: 'open'});
    root.append(parse(page.html));
    const {chat, collect} = await shown(root);
    await until(() => textOf(one(collect, 'button')) === 'Order', 'it speaks English');
    outer.lang = 'fr';
    await until(() => textOf(one(collect, 'button')) === 'Commander', 'it speaks French');
    expect(textOf(one(chat, '[part=launcher]'))).to.equal('Discuter');
    await useFour(await shown(root));
    quiet();
  }).timeout(30_000);

  for (const [name, wrap, open] of [
    ['a dialog', '<dialog></dialog>', (box: Element) => (box as HTMLDialogElement).showModal()],
    [
      'details',
      '<details><summary>Plus</summary></details>',
      (box: Element) => box.setAttribute('open', ''),
    ],
    [
      'a part that is not shown',
      '<div hidden></div>',
      (box: Element) => box.removeAttribute('hidden'),
    ],
    ['an editor', '<div contenteditable="true"></div>', () => undefined],
    ['a popover', '<div popover></div>', (box: Element) => (box as HTMLElement).showPopover()],
    ['a paragraph-like inline box', '<span></span>', () => undefined],
    ['a list item of a grid', '<ul><li style="display: contents"></li></ul>', () => undefined],
  ] as const) {
    it(`in ${name} they can be used`, async () => {
      page.box.append(parse(wrap));
      const box = page.box.firstElementChild!;
      (box.querySelector('li') ?? box).append(parse(page.html));
      await new Promise(resolve => setTimeout(resolve, 20));
      open(box);
      const four = await shown(box);
      await useFour(four);
      expect(isShown(rows(four.shops)[0]), 'has a box').to.equal(true);
      quiet();
    }).timeout(30_000);
  }

  it('in a form of the page: Enter sends nothing, and nothing of ours is in its data', async () => {
    const form = document.createElement('form');
    const sent: Event[] = [];
    form.addEventListener('submit', event => {
      event.preventDefault();
      sent.push(event);
    });
    form.append(parse('<input name="own" value="x"><button>Envoyer</button>'), parse(page.html));
    page.box.append(form);
    const four = await shown(form);
    await until(() => one(four.shops, '#search'), 'one may search');
    await until(() => one(four.events, '[type=search]'), 'one may search for events');
    for (const field of [one(four.shops, '#search'), one(four.events, '[type=search]')]) {
      (field as HTMLInputElement).focus();
      fill(field as HTMLInputElement, 'pain');
      await sendKeys({press: 'Enter'});
    }
    fill(one(four.shops, '#search') as HTMLInputElement, '');
    fill(one(four.events, '[type=search]') as HTMLInputElement, '');
    await useFour(four);
    expect(sent.filter(({target}) => target === form)).to.deep.equal([]);
    expect([...new FormData(form).keys()]).to.deep.equal(['own']);
    expect([...form.elements].map(({localName}) => localName)).to.deep.equal(['input', 'button']);
    form.requestSubmit();
    expect(sent.length, 'the page can still send it').to.equal(1);
    quiet();
  }).timeout(30_000);

  it('put into another document they go on, without their styles: browsers take these away', async () => {
    page.box.append(parse(page.html));
    const four = await shown(page.box);
    const frame = document.createElement('iframe');
    frame.style.cssText = 'inline-size: 900px; block-size: 700px';
    page.box.append(frame);
    const there = frame.contentDocument!;
    for (const each of Object.values<HTMLElement>({...four}))
      there.body.append(there.adoptNode(each));
    await shown(there);
    await useShops(four.shops);
    // and back again
    page.box.append(...Array.from<Element>(there.body.children));
    await useShops((await shown(page.box)).shops);
    quiet();
  }).timeout(30_000);

  it('from right to left and back, in another language, while in use', async () => {
    page.box.append(parse(page.html));
    const four = await shown(page.box);
    const first = (): DOMRect => rows(four.shops)[0]!.getBoundingClientRect();
    const left = first().left;
    const margin = left - four.shops.getBoundingClientRect().left;
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
    await until(() => textOf(one(four.collect, 'button')) === 'Order', 'it speaks what it can');
    expect(getComputedStyle(rows(four.shops)[0]!).direction).to.equal('rtl');
    const {right} = four.shops.getBoundingClientRect();
    // but for the room of a scroll bar
    expect(right - first().right, 'it begins at the right').to.be.closeTo(margin, 20);
    document.documentElement.dir = 'ltr';
    document.documentElement.lang = 'fr';
    await until(() => textOf(one(four.collect, 'button')) === 'Commander', 'it is French');
    expect(first().left).to.equal(left);
    await useFour(four);
    quiet();
  }).timeout(30_000);

  it('frozen and thawed by the history, they are as they were', async () => {
    page.box.append(parse(page.html));
    const four = await shown(page.box);
    rows(four.shops)[0]?.click();
    await until(() => one(four.shops, '.card'), 'the card is open');
    const asked = page.asked.length;
    for (const name of ['pagehide', 'pageshow']) {
      window.dispatchEvent(new PageTransitionEvent(name, {persisted: true}));
    }
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
    expect(one(four.shops, '.card')).to.exist;
    expect(page.asked.length, 'nothing is asked that is there').to.equal(asked);
    button(four.shops, 'Retour à la liste')?.click();
    await useFour(four);
    quiet();
  }).timeout(30_000);

  it('by the hundred: a request each at most, and none for what nobody asked', async () => {
    const [list = '', agenda = '', order = '', chat = ''] = tags({}, page.hub.url)
      .split('\n')
      .filter(line => line.includes('<local-'));
    const html = list.repeat(20) + agenda.repeat(20) + order.repeat(100) + chat.repeat(20);
    page.box.append(parse(html));
    const every = (tag: string): Element[] => [...page.box.querySelectorAll(tag)];
    await until(
      () => every('local-shops-map').every(each => rows(each).length === 12),
      'all lists are there',
      30_000,
    );
    await until(
      () => every('local-event-calendar').every(each => one(each, '.event .name')),
      'all agendas are there',
      30_000,
    );
    expect(times(page, SHOPS)).to.be.at.most(20);
    expect(times(page, AGENDA)).to.be.at.most(20);
    expect(
      page.asked.filter(each => each.startsWith(page.hub.url)),
      'no hub',
    ).to.deep.equal([]);
    const nodes = every('*').reduce(
      (sum, each) => sum + 1 + (each.shadowRoot?.querySelectorAll('*').length ?? 0),
      0,
    );
    expect(nodes, 'nodes').to.be.below(40_000);
    expect(Object.keys(localStorage).filter(key => key.startsWith('local-'))).to.deep.equal([]);
    // one basket for all the buttons of a shop
    const orders = every('local-collect-button');
    one(orders[0]!, 'button')?.click();
    await until(() => one(orders[0]!, 'dialog[open] .product'), 'there are products');
    expect(page.hub.orders.asked('GET', '/api/shops/fournil/catalogue').length).to.equal(1);
    quiet();
  }).timeout(90_000);
});
