import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {policyFor, policyText} from '../../src/configurator/policy.js';
import {settings, widget} from './sample.js';

const policyOf = (name: string, values: Readonly<Record<string, string>>, more = {}): string =>
  policyText(policyFor(widget(name), settings(name, values, more)));

describe('the lines of a Content-Security-Policy', () => {
  it('are those of the attributes at hand', () => {
    assert.equal(
      policyOf('shops-map', {src: '/commerces.csv'}),
      "script-src 'self'; worker-src 'self'; connect-src 'self'; img-src https://data.geopf.fr",
    );
    assert.equal(
      policyOf('shops-map', {src: 'https://data.example/a.csv /b.csv', tiles: 'none'}),
      "script-src 'self'; worker-src 'self'; connect-src https://data.example 'self'",
    );
  });

  it('know templates, calendars and geocoders', () => {
    const tiles = 'https://{s}.tiles.example/{z}/{x}/{y}.png';
    assert.match(policyOf('shops-map', {src: '/a', tiles}), /img-src https:\/\/s\.tiles\.example/);
    assert.match(
      policyOf('event-calendar', {src: 'webcal://agenda.example/a.ics', geocoder: 'ign'}),
      /connect-src https:\/\/agenda\.example https:\/\/data\.geopf\.fr/,
    );
  });

  it('let checked bytes of another site become a worker', () => {
    assert.equal(
      policyOf('event-calendar', {src: '/a.ics'}, {files: 'https://hub.example/v/1.0.0/'}),
      "script-src https://hub.example; worker-src blob:; connect-src 'self' https://hub.example",
    );
  });

  it('ask for no connection where nobody is contacted', () => {
    assert.equal(policyOf('chat', {phone: '02 33 00 00 00'}), "script-src 'self'");
  });
});
