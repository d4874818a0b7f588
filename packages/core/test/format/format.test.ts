import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formatDistance, formatNumber} from '../../src/format/number.js';
import {
  formatDate,
  formatDay,
  formatTime,
  formatWallTime,
  formatWeekday,
  isoDateIn,
} from '../../src/format/time.js';

/** Narrow no-break space: keeps a number and its unit on one line, as French typography asks. */
const NNBSP = '\u202f';

/** Writes narrow no-break spaces as `_`, so that a test shows where they stand. */
const shown = (text: string): string => text.replaceAll(NNBSP, '_');

describe('formatNumber', () => {
  it('groups thousands with a narrow no-break space and uses a comma in French', () => {
    assert.equal(shown(formatNumber(1234.5, 'fr', 1)), '1_234,5');
    assert.equal(shown(formatNumber(1_234_567, 'fr')), '1_234_567');
  });

  it('writes as the English do in English', () => {
    assert.equal(formatNumber(1234.5, 'en', 1), '1,234.5');
  });

  it('rounds to whole numbers when not told otherwise', () => {
    assert.equal(formatNumber(2.6, 'fr'), '3');
  });

  it('keeps the formats of languages and precisions apart', () => {
    const all = [
      formatNumber(1.25, 'fr', 1),
      formatNumber(1.25, 'en', 1),
      formatNumber(1.25, 'fr', 2),
    ];
    assert.deepEqual(all, ['1,3', '1.3', '1,25']);
  });
});

describe('formatDistance', () => {
  const french = new Map([
    [-5, '10_m'],
    [0, '10_m'],
    [4, '10_m'],
    [14, '10_m'],
    [15, '20_m'],
    [350, '350_m'],
    [994, '990_m'],
    [995, '1_km'],
    [1049, '1_km'],
    [1051, '1,1_km'],
    [9949, '9,9_km'],
    [9950, '10_km'],
    [10_499, '10_km'],
    [10_500, '11_km'],
    [1_234_567, '1_235_km'],
  ]);
  for (const [meters, expected] of french) {
    it(`says ${expected} for ${meters} m`, () => {
      assert.equal(shown(formatDistance(meters, 'fr')), expected);
    });
  }

  it('uses the point in English', () => {
    assert.equal(shown(formatDistance(2345, 'en')), '2.3_km');
  });
});

describe('formatWallTime', () => {
  const french = new Map([
    ['09:00', '9_h'],
    ['9:00', '9_h'],
    ['18:30', '18_h_30'],
    ['18:05', '18_h_05'],
    ['00:00', '0_h'],
    ['00:30', '0_h_30'],
    ['24:00', '24_h'],
    ['24:30', '0_h_30'],
    ['26:00', '2_h'],
    ['48:00', '0_h'],
  ]);
  for (const [time, expected] of french) {
    it(`writes ${time} as ${expected} in French`, () => {
      assert.equal(shown(formatWallTime(time, 'fr')), expected);
    });
  }

  it('writes as on the doors of shops in English, 24 hours a day', () => {
    assert.equal(formatWallTime('18:30', 'en'), '18:30');
    assert.equal(formatWallTime('09:00', 'en'), '09:00');
    assert.equal(formatWallTime('24:00', 'en'), '00:00');
    assert.equal(formatWallTime('26:15', 'en'), '02:15');
  });

  it('follows the locale elsewhere', () => {
    assert.equal(formatWallTime('18:30', 'de'), '18:30');
    assert.match(formatWallTime('18:30', 'en-us'), /^6:30\sPM$/u);
  });

  it('keeps Canadian French French', () => {
    assert.equal(shown(formatWallTime('18:30', 'fr-ca')), '18_h_30');
  });

  it('gives other text back as it is', () => {
    for (const text of ['', 'midi', '9', '9:5', '10:00+', 'NaN:NaN']) {
      assert.equal(formatWallTime(text, 'fr'), text);
      assert.equal(formatWallTime(text, 'en'), text);
    }
  });
});

describe('formatTime', () => {
  const at = new Date('2026-12-24T17:30:59Z');

  it('shows what clocks in the zone show', () => {
    assert.equal(shown(formatTime(at, 'fr', 'Europe/Paris')), '18_h_30');
    assert.equal(shown(formatTime(at, 'fr', 'Indian/Reunion')), '21_h_30');
    assert.equal(formatTime(at, 'en', 'America/Martinique'), '13:30');
  });

  it('follows summer time', () => {
    const before = new Date('2026-03-29T00:59:00Z');
    const after = new Date('2026-03-29T01:00:00Z');
    assert.equal(shown(formatTime(before, 'fr', 'Europe/Paris')), '1_h_59');
    assert.equal(shown(formatTime(after, 'fr', 'Europe/Paris')), '3_h');
  });

  it('says 0 h at midnight, never 24 h', () => {
    const midnight = new Date('2026-12-24T23:00:00Z');
    assert.equal(shown(formatTime(midnight, 'fr', 'Europe/Paris')), '0_h');
    assert.equal(formatTime(midnight, 'en', 'Europe/Paris'), '00:00');
  });

  it('throws for a zone that does not exist', () => {
    assert.throws(() => formatTime(at, 'fr', 'Europe/Lutece'), RangeError);
  });
});

describe('isoDateIn', () => {
  it('gives the day of the zone', () => {
    const at = new Date('2026-12-31T23:30:00Z');
    assert.equal(isoDateIn(at, 'Europe/Paris'), '2027-01-01');
    assert.equal(isoDateIn(at, 'UTC'), '2026-12-31');
    assert.equal(isoDateIn(at, 'Pacific/Tahiti'), '2026-12-31');
  });

  it('pads months and days', () => {
    assert.equal(isoDateIn(new Date('2026-03-04T12:00:00Z'), 'UTC'), '2026-03-04');
  });
});

describe('formatWeekday', () => {
  it('names the day in the language', () => {
    assert.equal(formatWeekday('2026-12-24', 'fr'), 'jeudi');
    assert.equal(formatWeekday('2026-12-24', 'en'), 'Thursday');
    assert.equal(formatWeekday('2026-12-24', 'de'), 'Donnerstag');
  });

  it('reads the day that a date-time begins with', () => {
    assert.equal(formatWeekday('2026-12-24T23:59:00Z', 'fr'), 'jeudi');
  });

  it('gives other text back as it is', () => {
    assert.equal(formatWeekday('demain', 'fr'), 'demain');
  });
});

describe('formatDay', () => {
  const whole = {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'} as const;

  it('gives the parts asked for, and the first of a month as French has it', () => {
    assert.equal(formatDay('2026-06-14', 'fr', whole), 'dimanche 14 juin 2026');
    assert.equal(formatDay('2026-08-01', 'fr', whole), 'samedi 1er août 2026');
    // with a comma in some browsers
    assert.match(formatDay('2026-08-01T20:30', 'en', whole), /^Saturday,? 1 August 2026$/);
    assert.equal(formatDay('2026-06-14', 'fr', {month: 'long', year: 'numeric'}), 'juin 2026');
  });
});

describe('formatDate', () => {
  it('gives day and month, and the year when asked', () => {
    assert.equal(formatDate('2026-12-24', 'fr'), '24 décembre');
    assert.equal(formatDate('2026-12-24', 'fr', true), '24 décembre 2026');
    assert.equal(formatDate('2026-12-24', 'en'), '24 December');
    assert.equal(formatDate('2026-12-24', 'en', true), '24 December 2026');
  });

  it('writes the first of a month as the French do', () => {
    assert.equal(formatDate('2026-05-01', 'fr'), '1er mai');
    assert.equal(formatDate('2026-05-01', 'fr', true), '1er mai 2026');
    assert.equal(formatDate('2026-05-11', 'fr'), '11 mai');
    assert.equal(formatDate('2026-05-01', 'en'), '1 May');
  });

  it('keeps the day of a date-time whatever its zone', () => {
    assert.equal(formatDate('2026-12-24T23:59:00-10:00', 'fr'), '24 décembre');
  });

  it('gives other text of a feed back as it is instead of throwing', () => {
    for (const text of ['', '2024', '2024-1-5', 'Mon, 25 Dec 1995 13:30:00 GMT', '2026-13-45']) {
      assert.equal(formatDate(text, 'fr', true), text);
    }
  });
});
