import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {faultOf} from '../../src/configurator/faults.js';
import {widget} from './sample.js';

const faultIn = (name: string, attribute: string, value: string, lang: 'fr' | 'en' = 'fr') =>
  faultOf(
    widget(name).attributes.find(one => one.name === attribute)!,
    value,
    lang,
  );

describe('what is wrong with a setting', () => {
  const good: readonly [string, string, string][] = [
    ['shops-map', 'src', '/a.csv https://b.example/c.json #d'],
    ['shops-map', 'src', 'https://a.example/?bbox={bbox}'],
    ['shops-map', 'center', '0.5247,48.4086'],
    ['shops-map', 'radius-km', '2.5'],
    ['shops-map', 'heading-level', '3'],
    ['shops-map', 'time-zone', 'Indian/Reunion'],
    ['shops-map', 'tiles', 'none'],
    ['event-calendar', 'src', 'webcal://agenda.example/a.ics'],
    ['chat', 'phone', '+33 (0)2 33 00 00 00'],
    ['chat', 'email', 'mairie@commune.example'],
    ['chat', 'email', ''],
  ];
  for (const [name, attribute, value] of good) {
    it(`is nothing: ${attribute}="${value}"`, () => {
      assert.equal(faultIn(name, attribute, value), undefined);
    });
  }

  const bad: readonly [string, string, string, RegExp][] = [
    ['shops-map', 'src', 'javascript:alert(1)', /commence par https/],
    ['shops-map', 'src', '<a>', /pas une adresse/],
    ['shops-map', 'center', '48.4086,0.5247', /inversées/],
    ['shops-map', 'center', 'Flers', /la longitude, une virgule/],
    ['shops-map', 'radius-km', 'loin', /un nombre/],
    ['shops-map', 'heading-level', '9', /au plus/],
    ['shops-map', 'heading-level', '0', /au moins/],
    ['shops-map', 'time-zone', 'Paris', /fuseau/],
    ['shops-map', 'height', 'grand', /longueur/],
    ['chat', 'phone', 'appelez', /téléphone/],
    ['chat', 'email', 'mairie', /adresse électronique/],
  ];
  for (const [name, attribute, value, sentence] of bad) {
    it(`is told: ${attribute}="${value}"`, () => {
      assert.match(faultIn(name, attribute, value) ?? '', sentence);
      const english = faultIn(name, attribute, value, 'en') ?? '';
      assert.doesNotMatch(english, sentence);
      assert.doesNotMatch(english, /[{}]|undefined/);
    });
  }
});
