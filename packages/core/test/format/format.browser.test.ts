import {expect} from '@open-wc/testing';
import {
  formatDate,
  formatDistance,
  formatNumber,
  formatTime,
  formatWallTime,
  formatWeekday,
  isoDateIn,
} from '../../src/index.js';

/** What every engine must write alike; format.test.ts has the rest. */
describe('formats in this browser', () => {
  it('write dates and times of a zone as ISO 8601 does', () => {
    expect(isoDateIn(new Date('2026-12-31T23:05:00Z'), 'Europe/Paris')).to.equal('2027-01-01');
    expect(isoDateIn(new Date('2026-03-04T12:00:00Z'), 'Pacific/Tahiti')).to.equal('2026-03-04');
    expect(formatTime(new Date('2026-12-31T23:05:00Z'), 'en', 'Europe/Paris')).to.equal('00:05');
    expect(formatTime(new Date('2026-07-14T07:00:00Z'), 'fr', 'Europe/Paris')).to.equal('9\u202fh');
  });

  it('keep numbers and units together', () => {
    expect(formatWallTime('18:30', 'fr')).to.equal('18\u202fh\u202f30');
    expect(formatDistance(1234, 'fr')).to.equal('1,2\u202fkm');
    expect(formatNumber(12_345, 'fr')).to.equal('12\u202f345');
  });

  it('name days and months', () => {
    expect(formatWeekday('2026-12-24', 'fr')).to.equal('jeudi');
    expect(formatDate('2026-05-01', 'fr', true)).to.equal('1er mai 2026');
    expect(formatDate('2026-12-24', 'en', true)).to.equal('24 December 2026');
    expect(formatWallTime('18:30', 'en')).to.equal('18:30');
  });

  it('give an impossible date back as it is', () => {
    for (const text of ['2026-13-45', '2024', '2024-1-5', '24/12/2026']) {
      expect(formatDate(text, 'fr')).to.equal(text);
    }
  });
});
