import {expect} from '@open-wc/testing';
import {LazyPart, LocalElement} from '../../src/index.js';
import {recordWarnings} from '../record-warnings.js';

class PartHost extends LocalElement {}
customElements.define('part-host', PartHost);

const host = (): PartHost => document.createElement('part-host') as PartHost;

describe('a part that comes in a file of its own', () => {
  const warnings = recordWarnings();

  it('is loaded once, however often it is wanted', async () => {
    let loads = 0;
    const lazy = new LazyPart(host(), () => Promise.resolve(++loads), 'the part');
    lazy.want();
    lazy.want();
    expect(lazy.loading).to.be.a('promise');
    expect(await lazy.ask()).to.equal(1);
    lazy.want();
    expect([lazy.part, lazy.loading, lazy.failed, loads]).to.deep.equal([1, undefined, false, 1]);
  });

  it('is not tried again by itself when it could not be had, only by a person', async () => {
    let loads = 0;
    const lazy = new LazyPart(
      host(),
      () => (++loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve('here')),
      'the part',
    );
    expect(await lazy.ask()).to.be.undefined;
    expect(lazy.failed).to.be.true;
    expect(warnings.join()).to.contain(
      '<part-host> the part could not be loaded; the rest stays. Error: offline',
    );
    lazy.want();
    expect([lazy.loading, loads]).to.deep.equal([undefined, 1]);
    expect(await lazy.ask()).to.equal('here');
    expect([lazy.failed, loads]).to.deep.equal([false, 2]);
  });
});
