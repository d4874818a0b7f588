import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {GeocoderError} from '../../src/address/index.js';
import {Device, open, towns, until, type FinderHarness} from './harness.js';
import {town} from './world.js';

const press = (key: string): Promise<void> => sendKeys({press: key});

describe('the address search by keyboard', () => {
  let finder: FinderHarness;

  beforeEach(async () => {
    finder = await open();
    finder.stage.querySelector('button')!.focus();
    await press('Tab');
    expect(finder.hasFocus).to.equal(true);
  });

  it('shows the page’s own towns at once and the geocoder’s after them', async () => {
    await sendKeys({type: 'bourg'});
    await finder.settled();
    expect(finder.labels).to.deep.equal([
      'Bourg-Neuf 56999 12 résultats',
      'Bourg-le-Vieux 56998 un résultat',
    ]);
    await until(() => finder.geocoder.texts.includes('bourg'), 'a request');
    await finder.geocoder.answer(finder.geocoder.queries.length - 1, 'Bourg-en-Bresse');
    await finder.settled();
    expect(finder.labels[2]).to.equal('Bourg-en-Bresse');
    expect(finder.status).to.equal('3 lieux proposés');
  });

  it('goes through the options in a circle, and Enter takes one', async () => {
    await sendKeys({type: 'bourg'});
    await finder.settled();
    expect(finder.isExpanded).to.equal(true);
    expect(finder.active).to.equal(undefined);
    await press('ArrowDown');
    await finder.settled();
    expect(finder.active).to.match(/^Bourg-Neuf/);
    await press('ArrowDown');
    await press('ArrowDown');
    await finder.settled();
    expect(finder.active).to.match(/^Bourg-Neuf/);
    await press('ArrowUp');
    await finder.settled();
    expect(finder.active).to.match(/^Bourg-le-Vieux/);
    await press('Enter');
    await finder.settled();
    expect(finder.element.choices).to.deep.equal([{geo: towns[1]!.geo, suggestion: towns[1]}]);
    expect(finder.field.value).to.equal('Bourg-le-Vieux');
    expect(finder.isExpanded).to.equal(false);
    expect(finder.hasFocus).to.equal(true);
  });

  it('keeps the active option when more arrive', async () => {
    finder.element.settings = {
      ...finder.element.settings,
      canLocate: true,
      geolocation: new Device(),
    };
    await sendKeys({type: 'bourg'});
    await press('ArrowUp');
    await finder.settled();
    expect(finder.active).to.equal('Autour de moi');
    await until(() => finder.geocoder.texts.includes('bourg'), 'a request');
    await finder.geocoder.answer(finder.geocoder.queries.length - 1, 'Bourg-en-Bresse');
    await finder.settled();
    expect(finder.active).to.equal('Autour de moi');
    expect(finder.labels.length).to.equal(4);
  });

  it('takes the best suggestion for Enter alone, also before it has arrived', async () => {
    await sendKeys({type: 'nantes'});
    await press('Enter');
    await until(() => finder.geocoder.texts.includes('nantes'), 'a request');
    expect(finder.element.choices).to.deep.equal([]);
    await finder.geocoder.answer(finder.geocoder.queries.length - 1, 'Nantes', 'Nantes-en-Ratier');
    await until(() => finder.element.choices.length === 1, 'a choice');
    expect(finder.element.choices[0]?.suggestion?.label).to.equal('Nantes');
    await finder.settled();
    expect(finder.field.value).to.equal('Nantes');
  });

  it('lets Home, End and the arrows in the text take the list’s focus back', async () => {
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      await finder.type('bourg');
      await press('ArrowDown');
      await finder.settled();
      expect(finder.active).to.not.equal(undefined, key);
      await press(key);
      await finder.settled();
      expect(finder.active).to.equal(undefined, key);
      expect(finder.isExpanded).to.equal(true, key);
    }
    await finder.type('bourg');
    await press('Home');
    expect(finder.field.selectionStart).to.equal(0);
    await press('End');
    expect(finder.field.selectionStart).to.equal(5);
  });

  it('closes with Escape, then clears', async () => {
    await finder.type('bourg');
    const heard: string[] = [];
    finder.stage.addEventListener('keydown', ({key}) => heard.push(key));
    await press('Escape');
    await finder.settled();
    expect(finder.isExpanded).to.equal(false);
    expect(finder.field.value).to.equal('bourg');
    await press('Escape');
    await finder.settled();
    expect(finder.field.value).to.equal('');
    expect(heard).to.deep.equal([]);
    await press('Escape');
    expect(heard).to.deep.equal(['Escape']);
    expect(finder.element.choices).to.deep.equal([]);
  });

  it('opens with Alt and the arrow down without moving, closes with the arrow up', async () => {
    await finder.type('bourg');
    await press('Escape');
    await sendKeys({down: 'Alt'});
    await press('ArrowDown');
    await finder.settled();
    expect(finder.isExpanded).to.equal(true);
    expect(finder.active).to.equal(undefined);
    await press('ArrowUp');
    await sendKeys({up: 'Alt'});
    await finder.settled();
    expect(finder.isExpanded).to.equal(false);
  });

  it('opens with the arrow down on the first option, with the arrow up on the last', async () => {
    await finder.type('bourg');
    await press('Escape');
    await press('ArrowDown');
    await finder.settled();
    expect(finder.active).to.match(/^Bourg-Neuf/);
    await press('Escape');
    await press('ArrowUp');
    await finder.settled();
    expect(finder.active).to.match(/^Bourg-le-Vieux/);
  });

  it('leaves with Tab, and takes nothing', async () => {
    await finder.type('bourg');
    await press('ArrowDown');
    await press('Tab');
    await finder.settled();
    expect(finder.isExpanded).to.equal(false);
    expect(finder.field.value).to.equal('bourg');
    expect(finder.element.choices).to.deep.equal([]);
    expect(finder.text).to.not.include('Essai');
  });

  it('shows the choice again when words typed over it are left', async () => {
    await finder.type('bourg');
    await press('Enter');
    await finder.type('bourg-le');
    finder.field.blur();
    await finder.settled();
    expect(finder.field.value).to.equal('Bourg-Neuf');
    expect(finder.element.choices.length).to.equal(1);
  });

  it('takes the choice back when the field is emptied', async () => {
    await finder.type('bourg');
    await press('Enter');
    await finder.settled();
    await finder.type('');
    expect(finder.element.choices.at(-1)).to.equal(undefined);
    expect(finder.element.choices.length).to.equal(2);
    finder.field.blur();
    await finder.settled();
    expect(finder.field.value).to.equal('');
  });

  it('leaves the keys of input methods and shortcuts alone', async () => {
    await finder.type('bourg');
    for (const init of [{isComposing: true}, {ctrlKey: true}, {metaKey: true}]) {
      const event = new KeyboardEvent('keydown', {key: 'Enter', cancelable: true, ...init});
      finder.field.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(finder.element.choices).to.deep.equal([]);
  });

  it('scrolls the list to the active option, and nothing else', async () => {
    const many = Array.from({length: 40}, (_, index) => town(`Bourg ${index}`));
    finder.element.settings = {local: () => many};
    finder.stage.style.paddingBlockEnd = '300vh';
    await finder.type('bourg');
    const before = scrollY;
    for (let index = 0; index < 12; index++) await press('ArrowDown');
    await finder.settled();
    const [frame, option] = [finder.list, finder.options[11]!].map(each =>
      each.getBoundingClientRect(),
    );
    expect(option!.bottom).to.be.at.most(frame!.bottom + 1);
    expect(option!.top).to.be.at.least(frame!.top - 1);
    expect(finder.list.scrollTop).to.be.above(0);
    expect(scrollY).to.equal(before);
    for (let index = 0; index < 11; index++) await press('ArrowUp');
    await finder.settled();
    expect(finder.active).to.equal('Bourg 0');
    expect(finder.list.scrollTop).to.be.below(2);
  });
});

describe('the address search by touch and mouse', () => {
  it('keeps the keyboard in the field while an option is pressed', async () => {
    const finder = await open();
    await finder.type('bourg');
    const option = finder.options[1]!;
    const down = new MouseEvent('mousedown', {bubbles: true, cancelable: true, composed: true});
    option.dispatchEvent(down);
    expect(down.defaultPrevented).to.equal(true);
    option.click();
    await finder.settled();
    expect(finder.field.value).to.equal('Bourg-le-Vieux');
    expect(finder.hasFocus).to.equal(true);
    expect(finder.isExpanded).to.equal(false);
  });

  it('has targets of 44 pixels', async () => {
    const finder = await open();
    await finder.type('bourg');
    for (const target of [finder.field, finder.clearButton!, ...finder.options]) {
      expect(target.getBoundingClientRect().height).to.be.at.least(44);
    }
    expect(finder.clearButton!.getBoundingClientRect().width).to.be.at.least(44);
  });

  it('clears with its button, and the keyboard goes back into the field', async () => {
    const finder = await open();
    expect(finder.clearButton).to.equal(null);
    await finder.type('bourg');
    finder.options[0]!.click();
    await finder.settled();
    finder.clearButton!.click();
    await finder.settled();
    expect(finder.field.value).to.equal('');
    expect(finder.element.choices).to.have.lengthOf(2);
    expect(finder.element.choices[1]).to.equal(undefined);
    expect(finder.hasFocus).to.equal(true);
    expect(finder.clearButton).to.equal(null);
  });

  it('selects the choice when the field is entered, so that typing replaces it', async () => {
    const finder = await open();
    await finder.type('bourg');
    finder.options[0]!.click();
    await finder.settled();
    finder.field.blur();
    finder.field.focus();
    expect(finder.field.selectionStart).to.equal(0);
    expect(finder.field.selectionEnd).to.equal('Bourg-Neuf'.length);
  });

  it('opens on a click', async () => {
    const finder = await open({canLocate: true, geolocation: new Device()});
    expect(finder.isExpanded).to.equal(false);
    finder.field.focus();
    finder.field.click();
    await finder.settled();
    expect(finder.labels).to.deep.equal(['Autour de moi']);
  });
});

describe('the words of the address search', () => {
  it('name who receives what is typed, as soon as something is', async () => {
    const finder = await open();
    expect(finder.text).to.not.include('Essai');
    const id = finder.field.getAttribute('aria-describedby');
    expect(finder.one(`#${id}`).textContent).to.include(finder.geocoder.name);
    await finder.type('b');
    expect(finder.text).to.include(`Recherche : ${finder.geocoder.name}`);
    expect(finder.geocoder.texts).to.deep.equal([]);
  });

  it('name nobody where nothing is sent', async () => {
    const finder = await open({geocoder: undefined});
    await finder.type('xyz');
    expect(finder.status).to.equal('Aucun lieu trouvé. Essayez une commune ou un code postal.');
    expect(finder.text).to.not.include('Recherche :');
    expect(finder.field.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('say how the search goes, in one polite status', async () => {
    const finder = await open();
    const status = finder.one('[role=status]');
    expect(finder.status).to.equal('');
    await finder.type('na');
    expect(finder.status).to.equal('Écrivez au moins trois caractères.');
    await finder.ask('nantes');
    expect(finder.status).to.equal('Recherche…');
    await finder.geocoder.answer(0);
    await finder.settled();
    expect(finder.status).to.equal('Aucun lieu trouvé. Essayez une commune ou un code postal.');
    await finder.ask('nante');
    await finder.geocoder.answer(1, 'Nantes');
    await finder.settled();
    expect(finder.status).to.equal('Un lieu proposé');
    expect(finder.one('[role=status]')).to.equal(status);
  });

  it('tell a failure in words, keep the page’s own towns, and tell the webmaster', async () => {
    const finder = await open();
    await finder.ask('bourg');
    await finder.geocoder.fail(0, new GeocoderError('unreachable', 'No answer from geo.example.'));
    await finder.settled();
    expect(finder.status).to.match(/^Le service d’adresses ne répond pas/);
    expect(finder.labels.length).to.equal(2);
    expect(finder.element.failures).to.deep.equal(['No answer from geo.example.']);
    await finder.ask('bour');
    await finder.geocoder.answer(1, 'Bourges');
    await finder.settled();
    expect(finder.status).to.equal('3 lieux proposés');
  });

  it('tell that the service is busy, and go on by themselves', async () => {
    const waits: (() => void)[] = [];
    const finder = await open({
      sleep: ms => (ms < 1000 ? Promise.resolve() : new Promise(resolve => waits.push(resolve))),
    });
    await finder.ask('nantes');
    await finder.geocoder.fail(0, new GeocoderError('busy', '429', 5));
    await finder.settled();
    expect(finder.status).to.match(/très demandé/);
    expect(finder.geocoder.texts.length).to.equal(1);
    waits.pop()!();
    await until(() => finder.geocoder.texts.length === 2, 'a second request');
    await finder.geocoder.answer(1, 'Nantes');
    await finder.settled();
    expect(finder.labels).to.deep.equal(['Nantes']);
  });

  it('follow the language of the page', async () => {
    const finder = await open({canLocate: true, geolocation: new Device()});
    await finder.type('bourg');
    finder.stage.lang = 'en';
    await until(() => finder.labels.includes('Around me'), 'English');
    expect(finder.labels[0]).to.equal('Bourg-Neuf 56999 12 results');
    expect(finder.field.placeholder).to.equal('Address, town, postcode…');
    expect(finder.text).to.include('Search: ');
  });
});

describe('the address search in the page', () => {
  it('asks nobody before somebody types', async () => {
    const device = new Device();
    const finder = await open({canLocate: true, geolocation: device});
    finder.field.focus();
    finder.field.click();
    await finder.settled();
    expect(finder.geocoder.texts).to.deep.equal([]);
    expect(device.questions).to.deep.equal([]);
  });

  it('tells the geocoder where to look, to a kilometre', async () => {
    const finder = await open({near: () => ({longitude: -1.55123, latitude: 47.21987})});
    await finder.ask('nantes');
    expect(finder.geocoder.queries[0]!.near).to.deep.equal({longitude: -1.55, latitude: 47.22});
  });

  it('shows a choice that came with a link', async () => {
    const finder = await open();
    finder.element.search.restore(towns[0]);
    await finder.settled();
    expect(finder.field.value).to.equal('Bourg-Neuf');
    finder.element.search.restore(undefined);
    await finder.settled();
    expect(finder.field.value).to.equal('');
    expect(finder.element.choices).to.deep.equal([]);
  });

  it('stops when it is taken out, and works when it is put back', async () => {
    const finder = await open();
    await finder.ask('nantes');
    finder.element.remove();
    expect(finder.geocoder.queries[0]!.signal.aborted).to.equal(true);
    finder.stage.append(finder.element);
    await finder.settled();
    expect(finder.isExpanded).to.equal(false);
    expect(finder.status).to.equal('');
    await finder.ask('nantes');
    await finder.geocoder.answer(1, 'Nantes');
    await finder.settled();
    expect(finder.labels).to.deep.equal(['Nantes']);
  });

  it('takes another geocoder when the page changes it', async () => {
    const finder = await open();
    await finder.ask('nantes');
    await finder.geocoder.answer(0, 'Nantes');
    const other = (await import('./world.js')).SlowGeocoder;
    const geocoder = new other('Autre');
    finder.element.settings = {...finder.element.settings, geocoder};
    await finder.type('nantes');
    await until(() => geocoder.texts.length === 1, 'a request to the other one');
    expect(finder.text).to.include('Recherche : Autre');
  });
});
