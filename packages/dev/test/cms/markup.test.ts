import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {sourcesOf} from '../../src/cms/plugins.js';
import {phpFiles} from '../../src/cms/shared.js';
import {runPhp, withoutPhp} from '../../src/testing/php.js';

describe('the markup of plugins in PHP', {skip: withoutPhp}, () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-widgets-php-'));
    mkdirSync(folder, {recursive: true});
    for (const [name, content] of phpFiles(sourcesOf())) writeFileSync(join(folder, name), content);
    writeFileSync(
      join(folder, 'run.php'),
      `<?php
require __DIR__ . '/local-widgets.php';
[$name, $values, $options] = json_decode(stream_get_contents(STDIN), true);
echo LocalWidgets\\local_widget($name, $values, $options);`,
    );
  });
  after(() => {
    rmSync(folder, {recursive: true});
  });

  const markup = (name: string, values: object, options: object = {}): string =>
    runPhp(join(folder, 'run.php'), [], JSON.stringify([name, values, options]));

  it('escapes what would leave an attribute or the text', () => {
    assert.equal(
      markup('chat', {phone: '1', label: `"><script>'&`}, {text: '<b>&'}),
      '<local-chat label="&quot;&gt;&lt;script&gt;&#039;&amp;" phone="1"><a href="tel:1">&lt;b&gt;&amp;</a></local-chat>',
    );
  });

  it('drops attributes that the widget does not have', () => {
    assert.equal(
      markup('chat', {onclick: 'alert(1)', style: 'x', 'data-x': '1', 'phone" onload="x': '1'}),
      '<local-chat>Nous contacter</local-chat>',
    );
  });

  it('leaves out what is empty, and what holds anyway', () => {
    const values = {src: 'a.csv', tiles: 'ign', 'heading-level': 3, 'radius-km': ' ', center: null};
    assert.match(markup('shops-map', values), /^<local-shops-map src="a\.csv"><a/);
  });

  it('takes a boolean attribute for on by its presence, and for off by a word that says so', () => {
    for (const on of [true, 'true', '', '1', 1, 'oui', 'compact']) {
      assert.match(markup('shops-map', {compact: on}), / compact=""/, JSON.stringify(on));
    }
    for (const off of [false, 'false', 'non', 'NO', '0', 0, null]) {
      assert.doesNotMatch(markup('shops-map', {compact: off}), /compact/, JSON.stringify(off));
    }
  });

  it('joins lists by what separates them, and passes over what is no text', () => {
    assert.match(
      markup('shops-map', {categories: ['bakery', 'farm', ['x']], src: {a: 'b'}}),
      /^<local-shops-map src="b" categories="bakery farm">/,
    );
    assert.match(markup('event-calendar', {labels: ['A', 'B']}), / labels="A, B"/);
  });

  it('knows widgets and attributes also with underscores, as some systems write them', () => {
    assert.match(
      markup('local_shops_map', {radius_km: 15, src: 'a.csv'}),
      /^<local-shops-map src="a\.csv" radius-km="15">/,
    );
    assert.equal(markup('local-map', {}), '');
  });

  it('puts the hub of the site where a widget has one and the values have not', () => {
    const options = {hub: 'https://hub.example'};
    assert.match(markup('chat', {}, options), / hub="https:\/\/hub\.example"/);
    assert.match(
      markup('chat', {hub: 'https://a.example'}, options),
      / hub="https:\/\/a\.example"/,
    );
    assert.doesNotMatch(markup('shops-map', {}, options), /hub/);
  });

  it('writes the form that sanitisers keep', () => {
    assert.equal(
      markup('event-calendar', {src: 'a.ics', compact: true}, {form: 'div', lang: 'en'}),
      '<div data-local-widget="event-calendar" data-src="a.ics" data-compact="">' +
        '<a href="a.ics">The whole calendar</a></div>',
    );
  });

  it('links to the page of the site, to the telephone, by mail or to the file, and to nothing that runs', () => {
    const linkOf = (values: object, options = {}): string | undefined =>
      /href="([^"]*)"/.exec(markup('event-calendar', values, options))?.[1];
    assert.equal(linkOf({src: 'a.ics'}, {link: '/agenda'}), '/agenda');
    assert.equal(linkOf({src: 'webcal://a.example/b.ics c.ics'}), 'https://a.example/b.ics');
    for (const link of [
      'javascript:alert(1)',
      ' java\tscript:x',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      assert.equal(linkOf({}, {link}), undefined, link);
    }
    assert.match(markup('chat', {phone: '02 33 00'}), /href="tel:023300"/);
    assert.match(markup('chat', {email: 'a@b.example'}), /href="mailto:a@b\.example"/);
  });
});
