import {assert} from '@open-wc/testing';
import {openingStatus} from '@local-widgets/model';
import {openingWords} from '../../src/details/opening-words.js';
import {detailsFr} from '../../src/locales/details.js';
import {detailsEn} from '../../src/locales/english/details.js';
import type {Messages} from '../../src/locales/index.js';

const messages = {
  fr: detailsFr as unknown as Messages,
  en: detailsEn as unknown as Messages,
};

/** `Ouvert · ferme à 19 h`, with plain spaces, for hours at a moment in Paris. */
function words(
  hours: string | undefined,
  moment: string,
  language: 'fr' | 'en' = 'fr',
  timeZone = 'Europe/Paris',
): string {
  const at = new Date(moment);
  const status = openingStatus(hours, at, {timeZone});
  const context = {messages: messages[language], language, glyphs: {}, at, timeZone};
  const {state, text, detail} = openingWords(hours, status, context);
  assert.equal(state, status.state);
  return [text, detail].filter(Boolean).join(' · ').replace(/\s/g, ' ');
}

/** A Tuesday. */
const MORNING = '2026-11-24T10:30:00+01:00';

describe('openingWords', () => {
  it('says until when a place is open', () => {
    assert.equal(words('Tu 09:00-12:30', MORNING), 'Ouvert · ferme à 12 h 30');
    assert.equal(words('Tu 09:00-12:30', MORNING, 'en'), 'Open · closes at 12:30');
  });

  it('says when it opens: today, tomorrow, on a weekday, on a date', () => {
    assert.equal(words('Tu 14:00-18:00', MORNING), 'Fermé · ouvre à 14 h');
    assert.equal(words('We 09:00-12:00', MORNING), 'Fermé · ouvre demain à 9 h');
    assert.equal(words('Sa 09:00-12:00', MORNING), 'Fermé · ouvre samedi à 9 h');
    assert.equal(words('Mar 01-31: 09:00-12:00', MORNING), 'Fermé · ouvre le 1er mars à 9 h');
    assert.equal(
      words('Mar 01-31: 09:00-12:00', MORNING, 'en'),
      'Closed · opens on 1 March at 09:00',
    );
  });

  it('does not call a day in a week by the name of today', () => {
    assert.equal(words('Tu 08:00-10:00', MORNING), 'Fermé · ouvre le 1er décembre à 8 h');
  });

  it('says midnight, also when closing is at the end of the day', () => {
    assert.equal(words('Tu 09:00-24:00', MORNING), 'Ouvert · ferme à minuit');
    assert.equal(words('Tu 09:00-24:00', MORNING, 'en'), 'Open · closes at midnight');
  });

  it('says that a place closes after midnight', () => {
    const evening = '2026-11-24T23:30:00+01:00';
    assert.equal(words('Tu 18:00-02:00', evening), 'Ouvert · ferme demain à 2 h');
    assert.equal(words('Tu 18:00-02:00', '2026-11-25T00:30:00+01:00'), 'Ouvert · ferme à 2 h');
  });

  it('says day and night for what never closes', () => {
    assert.equal(words('24/7', MORNING), 'Ouvert · jour et nuit');
  });

  it('says only that a place is closed when it does not open within a year', () => {
    assert.equal(words('off', MORNING), 'Fermé');
  });

  it('never says closed for hours that nobody knows', () => {
    assert.equal(words(undefined, MORNING), 'Horaires non renseignés');
    assert.equal(words('demandez au voisin', MORNING), 'Horaires à vérifier');
    assert.equal(words('"sur rendez-vous"', MORNING), 'Horaires à vérifier · sur rendez-vous');
    assert.equal(words(undefined, MORNING, 'en'), 'Hours unknown');
  });

  it('hands on what the source says about the present state', () => {
    assert.equal(
      words('Tu 09:00-12:00 open "dernière entrée 11 h 30"', MORNING),
      'Ouvert · ferme à 12 h, dernière entrée 11 h 30',
    );
  });

  it('says the next opening, not the end of a remark about being closed', () => {
    const hours = 'Mo-Sa 09:00-12:00; 2026 Nov 24 off "congés"';
    assert.equal(words(hours, MORNING), 'Fermé · ouvre demain à 9 h, congés');
  });

  it('says the next closing, not the end of a remark about being open', () => {
    const hours = 'Tu 09:00-12:00 open "sur place", Tu 12:00-18:00 open "à emporter"';
    assert.equal(words(hours, MORNING), 'Ouvert · ferme à 18 h, sur place');
  });

  it('does not promise to open where opening is not sure', () => {
    const hours = 'Tu 09:00-10:00, Tu 14:00-18:00 "sur rendez-vous"';
    assert.notMatch(words(hours, MORNING), /ouvre à 14/);
  });

  it('thinks in the time zone of the place', () => {
    assert.equal(words('Tu 09:00-14:00', MORNING, 'fr', 'Indian/Reunion'), 'Ouvert · ferme à 14 h');
    assert.equal(
      words('Tu 05:00-08:00', MORNING, 'fr', 'America/Martinique'),
      'Ouvert · ferme à 8 h',
    );
  });

  it('keeps its hours over a change of clocks', () => {
    const saturday = '2026-10-24T20:00:00+02:00';
    assert.equal(words('Su 09:00-12:00', saturday), 'Fermé · ouvre demain à 9 h');
  });
});
