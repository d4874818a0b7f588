import assert from 'node:assert/strict';
import {test} from 'node:test';
import {root} from '../../../dev/src/root.js';
import {runCommand} from '../../../dev/src/run-command.js';

/** Runs a module of these statements in plain Node, with the built packages, and returns what it prints. */
async function printed(code: string): Promise<string> {
  const script = `
    import {render} from '@lit-labs/ssr';
    import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
    import {html} from 'lit';
    const print = async template => process.stdout.write(await collectResult(render(template)));
    ${code}`;
  const args = ['--input-type=module', '--eval', script] as const;
  const {code: exit, output} = await runCommand([process.execPath, ...args], {cwd: root});
  assert.equal(exit, 0, output);
  // what Lit leaves for hydration means nothing to readers
  return output.replace(/<!--.*?-->|<\?>/g, '').replace(/\s+/g, ' ');
}

const HOSTILE = '<img src=x onerror=alert(1)>"\'&';

const PLACES = JSON.stringify([
  {
    id: 'a',
    name: 'Boulangerie Martin',
    categories: ['bakery'],
    geo: {longitude: 0.52, latitude: 48.4},
    address: {streetAddress: '3 place de l’Église', addressLocality: 'Val-Orbelle'},
    telephone: '02 33 00 00 01',
    email: 'a@b.example',
    url: 'https://martin.example/?a=1&b="2"',
    openingHours: 'Mo-Fr 07:00-13:00; Sa 08:00-12:00',
  },
  {
    id: 'b',
    name: HOSTILE,
    categories: ['books'],
    categoryLabel: HOSTILE,
    geo: {longitude: 0.53, latitude: 48.4},
    address: {streetAddress: HOSTILE},
    url: 'javascript:alert(1)',
    openingHours: 'perhaps',
  },
  {id: 'c', name: 'Loin', categories: ['bakery'], geo: {longitude: 2, latitude: 48}},
]);

const list = (options: string): string => `
  import {shopsList} from '@local-widgets/shops-map/server.js';
  const list = await shopsList(${PLACES}, ${options});
`;

test('the list has names, distances, hours and links, in the order of the element', async () => {
  const html = await printed(
    `${list(`{center: '0.52,48.4', radiusKm: '10', now: new Date('2026-06-10T08:00:00Z')}`)}
    await print(html\`<local-shops-map src="a.geojson">\${list}</local-shops-map>\`);`,
  );
  assert.match(html, /<local-shops-map src="a.geojson">.*<\/local-shops-map>/);
  assert.match(html, /<p>2 adresses, de la plus proche à la plus éloignée<\/p>/);
  assert.match(html, /Boulangerie · 10 m/);
  assert.match(
    html,
    /<a href="https:\/\/martin\.example\/\?a=1&amp;b=%222%22"[^>]*>Boulangerie Martin/,
  );
  assert.match(html, /lundi – vendredi : 7 h – 13 h ; samedi : 8 h – 12 h ; dimanche : fermé/);
  assert.match(html, /<a href="tel:0233000001"[^>]*itemprop="telephone">02 33 00 00 01<\/a>/);
  assert.match(html, /<a href="mailto:a@b\.example"/);
  assert.ok(html.indexOf('Martin') < html.indexOf('onerror'), 'nearest first');
  assert.doesNotMatch(html, /Loin|<button|<style|style=/);
});

test('text from feeds stays text, and an address that is none is no link', async () => {
  const html = await printed(`${list('{}')} await print(list);`);
  const escaped = '&lt;img src=x onerror=alert(1)&gt;';
  assert.equal(html.split(escaped).length, 1 + 3, 'name, category and street');
  assert.doesNotMatch(html, /<img|javascript:/);
});

test('the language, the order and the number are those that were asked for', async () => {
  const options = `{language: 'en', sort: 'name', categories: 'bakery', limit: 1}`;
  const html = await printed(`${list(options)} await print(list);`);
  assert.match(html, /<p>2 addresses, in alphabetical order<\/p>/);
  assert.match(html, /Monday – Friday: 07:00 – 13:00; Saturday: 08:00 – 12:00; Sunday: closed/);
  assert.equal(html.split('<li').length, 1 + 1);
  assert.match(html, /Boulangerie Martin/);
});

test('opening hours are those of a week without holidays, and uncertain ones are not told', async () => {
  // 14 July 2026 is a Tuesday
  const html = await printed(
    `${list(`{now: new Date('2026-07-14T08:00:00Z')}`)} await print(list);`,
  );
  assert.match(html, /lundi – vendredi : 7 h – 13 h/);
  assert.equal(html.split(' : ').length - 1, 3, 'the other places say nothing of hours');
});

test('the agenda has days, times, names and places; what is over is left out', async () => {
  const html = await printed(`
    import {eventsAgenda} from '@local-widgets/event-calendar/server.js';
    import {readEvents} from '@local-widgets/model';
    const calendar = [
      'BEGIN:VCALENDAR', 'VERSION:2.0',
      'BEGIN:VEVENT', 'UID:1', 'DTSTART;TZID=Europe/Paris:20260610T183000',
      'DTEND;TZID=Europe/Paris:20260610T200000', 'SUMMARY:Concert', 'LOCATION:Salle des fêtes',
      'URL:https://salle.example/concert', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:2', 'DTSTART;TZID=Europe/Paris:20260609T183000', 'SUMMARY:Hier', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:3', 'DTSTART;VALUE=DATE:20260612', 'STATUS:CANCELLED',
      'SUMMARY:<script>alert(1)</script>', 'URL:javascript:alert(1)', 'END:VEVENT',
      'END:VCALENDAR',
    ].join('\\r\\n');
    const now = new Date('2026-06-10T08:00:00Z');
    const reading = readEvents(calendar, {
      from: now - 5 * 86400000, to: +now + 30 * 86400000, timeZone: 'Europe/Paris',
    });
    const agenda = await eventsAgenda(reading, {now, headingLevel: 2});
    await print(html\`<local-event-calendar>\${agenda}</local-event-calendar>\`);`);
  assert.match(html, /<p>2 évènements à venir<\/p>/);
  assert.match(html, /aria-level="2"[^>]*>.*Aujourd’hui.*mercredi.*10 juin/);
  assert.match(html, /<time datetime="2026-06-10T16:30Z"[^>]*>18 h 30 – 20 h<\/time/);
  assert.match(html, /<a href="https:\/\/salle\.example\/concert"[^>]*>Concert<\/a>/);
  assert.match(html, /Salle des fêtes/);
  assert.match(html, /Annulé.*&lt;script&gt;alert\(1\)/);
  assert.doesNotMatch(html, /Hier|<script|javascript:|<button|<style|style=/);
});

test('a server that imports the elements themselves writes the same plain tags, without a shadow tree', async () => {
  const html = await printed(`
    import '@local-widgets/chat/define.js';
    import '@local-widgets/collect-button/define.js';
    import '@local-widgets/event-calendar/define.js';
    import '@local-widgets/shops-map/define.js';
    ${list('{}')}
    await print(html\`<local-shops-map>\${list}</local-shops-map>\`);
    await print(html\`<local-event-calendar></local-event-calendar>\`);
    await print(html\`<local-chat></local-chat><local-collect-button></local-collect-button>\`);`);
  assert.match(html, /<local-shops-map><p>3 adresses/);
  assert.match(html, /<local-event-calendar><\/local-event-calendar>/);
  assert.match(html, /<local-chat><\/local-chat><local-collect-button><\/local-collect-button>/);
  assert.doesNotMatch(html, /<template/);
});
