import {expect} from '@open-wc/testing';
import {locate, LocateError} from '../../src/address/index.js';
import {Device, open, type FinderHarness} from './harness.js';

describe('"around me"', () => {
  let device: Device;
  let finder: FinderHarness;

  beforeEach(async () => {
    device = new Device();
    finder = await open({canLocate: true, geolocation: device});
    finder.field.focus();
    finder.field.click();
    await finder.settled();
  });

  async function choose(): Promise<void> {
    finder.options[0]!.click();
    await finder.settled();
  }

  it('asks the device once and roughly, when it is chosen', async () => {
    expect(device.questions).to.deep.equal([]);
    await choose();
    expect(device.questions).to.deep.equal([
      {enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000},
    ]);
    expect(finder.status).to.equal('Recherche de votre position…');
    device.answer(-1.68134, 48.11345);
    await finder.settled();
    expect(finder.element.choices).to.deep.equal([
      {geo: {longitude: -1.68134, latitude: 48.11345}},
    ]);
    expect(finder.field.value).to.equal('Autour de moi');
    expect(finder.status).to.equal('');
  });

  it('speaks the language that the page changes to', async () => {
    await choose();
    device.answer(-1.68134, 48.11345);
    finder.stage.lang = 'en';
    await finder.settled();
    await finder.settled();
    expect(finder.field.value).to.equal('Around me');
  });

  it('says why it failed, and that words do as well', async () => {
    const sentences = [
      [1, /pas autorisée/],
      [2, /inconnue/],
      [3, /se fait attendre/],
      [9, /inconnue/],
    ] as const;
    for (const [code, words] of sentences) {
      finder.field.click();
      await finder.settled();
      await choose();
      device.fail(code);
      await finder.settled();
      expect(finder.status).to.match(words);
      expect(finder.text).to.match(words);
    }
    expect(finder.element.choices).to.deep.equal([]);
  });

  it('is forgotten when words are typed before the device answers', async () => {
    await choose();
    await finder.type('bourg');
    device.answer(-1.68134, 48.11345);
    await finder.settled();
    expect(finder.element.choices).to.deep.equal([]);
    expect(finder.field.value).to.equal('bourg');
  });

  it('is given up when the field is opened again', async () => {
    await choose();
    finder.field.click();
    await finder.settled();
    device.answer(-1.68134, 48.11345);
    await finder.settled();
    expect(finder.element.choices).to.deep.equal([]);
    expect(finder.status).to.equal('');
  });

  it('comes after what typed words mean', async () => {
    await finder.type('bourg');
    expect(finder.labels.at(-1)).to.equal('Autour de moi');
  });

  it('is not offered where the page does not want it', async () => {
    const other = await open({canLocate: false, geolocation: device});
    other.field.click();
    await other.settled();
    expect(other.labels).to.deep.equal([]);
    expect(other.isExpanded).to.equal(false);
  });
});

describe('locating the device', () => {
  async function failureOf(promise: Promise<unknown>): Promise<unknown> {
    return promise.catch((error: unknown) => error);
  }

  it('takes a position that is none for unknown', async () => {
    const device = new Device();
    const failure = failureOf(locate({geolocation: device}));
    device.answer(NaN, 48);
    const error = (await failure) as LocateError;
    expect(error).to.be.instanceOf(LocateError);
    expect(error.code).to.equal('unavailable');
  });

  it('ends when it is aborted', async () => {
    const control = new AbortController();
    const failure = failureOf(locate({geolocation: new Device(), signal: control.signal}));
    const reason = new Error('enough');
    control.abort(reason);
    expect(await failure).to.equal(reason);
    const device = new Device();
    expect(await failureOf(locate({geolocation: device, signal: control.signal}))).to.equal(reason);
    expect(device.questions).to.deep.equal([]);
  });
});
