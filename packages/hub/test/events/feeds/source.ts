import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after} from 'node:test';

/** A site on this machine that gives an agenda, and counts how often it is asked. */
export interface Source {
  url: string;
  /** What it gives; a status alone is an error. */
  answer: {body?: string; status?: number; headers?: Record<string, string>};
  requests: {url: string; headers: IncomingMessage['headers']}[];
}

export async function listenSource(body = CALENDAR_FILE): Promise<Source> {
  const source: Source = {url: '', answer: {body}, requests: []};
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    source.requests.push({url: request.url!, headers: request.headers});
    const {body: text = '', status = 200, headers = {}} = source.answer;
    const {etag} = headers;
    const isSame = etag !== undefined && request.headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : status, headers).end(isSame ? '' : text);
  });
  after(() => server.close().closeAllConnections());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  source.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return source;
}

export const CALENDAR_FILE = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//FR
X-WR-CALNAME:Médiathèque
BEGIN:VEVENT
UID:conte-1@mediatheque.example
DTSTAMP:20261101T000000Z
DTSTART;TZID=Europe/Paris:20261125T100000
DTEND;TZID=Europe/Paris:20261125T110000
RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T000000Z
EXDATE;TZID=Europe/Paris:20261223T100000
SUMMARY:L’heure du conte
LOCATION:Médiathèque
CATEGORIES:Enfants
END:VEVENT
BEGIN:VEVENT
UID:conte-1@mediatheque.example
DTSTAMP:20261101T000000Z
RECURRENCE-ID;TZID=Europe/Paris:20261202T100000
DTSTART;TZID=Europe/Paris:20261202T140000
DTEND;TZID=Europe/Paris:20261202T150000
SUMMARY:L’heure du conte\\, en musique
LOCATION:Auditorium
END:VEVENT
BEGIN:VEVENT
UID:expo-1@mediatheque.example
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261201
DTEND;VALUE=DATE:20270101
SUMMARY:Exposition
ORGANIZER;CN=Médiathèque:mailto:bib@mediatheque.example
END:VEVENT
BEGIN:VEVENT
UID:broken@mediatheque.example
SUMMARY:Sans date
END:VEVENT
END:VCALENDAR
`.replace(/\n/g, '\r\n');
