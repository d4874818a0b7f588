import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Id, RecurrenceId, Uuid, type SignUpState} from '@local-widgets/model/schemas.js';
import {eventsToJsonLd} from '@local-widgets/model';
import {Type} from 'typebox';
import {uuid7} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {limitedAddress} from '../../log/truncate-address.js';
import {errorPage} from '../../pages/error-page.js';
import {sendPage} from '../../pages/page-reply.js';
import {languageOf} from '../../text/words.js';
import {calendarPage, eventPage} from '../calendars/calendar-links.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {dateOf} from '../documents/document-dates.js';
import {propose} from '../proposals/propose.js';
import {filterReading} from '../publish/filter-reading.js';
import {nextDates, readCalendar, whenOf} from '../publish/published-files.js';
import {holidaysBetween} from '../publish/published-reading.js';
import {oneDate} from '../publish/date-file.js';
import {readSignUps} from '../publish/sign-ups.js';
import {FilterQuery, readWindow} from '../publish/window.js';
import {signUp} from '../signup/sign-up.js';
import {documentOf, isPublic, requireEvent, type EventRow} from '../store/event-row.js';
import {agendaPage} from './agenda-page.js';
import {eventPageOf} from './event-page.js';
import {followRoutes} from './follow-routes.js';
import {sentPage} from './proposal-page.js';
import {emptyProposal, proposePage, readProposal} from './propose-page.js';
import {emptySignUp, readSignUp, signUpPage} from './sign-up-page.js';

const CalendarParams = Type.Object({calendar: Id});
const EventParams = Type.Object({calendar: Id, event: Uuid});
const DateParams = Type.Object({calendar: Id, event: Uuid, recurrenceId: RecurrenceId});
const AgendaQuery = Type.Object({
  from: Type.Optional(Type.String({pattern: String.raw`^\d{4}-\d{2}-\d{2}$`})),
  ...FilterQuery.properties,
});
const DAY = 86_400_000;
/** Days on one page of an agenda. */
const PAGE_DAYS = 60;

/** Pages for people and search engines: a calendar, its events, signing up and proposing. */
export function eventPageRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock, config, chance} = context;
  const {publicUrl} = config;
  const {contactDays} = config.retention;
  const limited = (max: number, timeWindow: number, name: string) => ({
    rateLimit: {
      max,
      timeWindow,
      keyGenerator: (request: {ip: string}) => `${name} ${limitedAddress(request.ip)}`,
    },
  });

  const loadEvent = async ({calendar: calendarId, event}: {calendar: string; event: string}) => {
    const calendar = await requireCalendar(db, calendarId);
    const row = await requireEvent(db, event, calendarId);
    if (!isPublic(row)) throw new HubProblem('not-found');
    return {calendar, row};
  };

  /** How one signs up for a date; undefined where one does not, or no more. */
  const signUpOf = async (row: EventRow, recurrenceId: string, calendarZone: string) => {
    const document = documentOf(row);
    const date = dateOf(document, recurrenceId);
    if (!date) throw new HubProblem('not-found');
    const window = readWindow({}, calendarZone, date.startsAt);
    const calendar = await requireCalendar(db, row.calendar_id);
    const {occurrences} = await readCalendar(
      context,
      calendar,
      {...window, starts: date.startsAt - DAY, ends: date.endsAt + DAY},
      row.id,
    );
    const open = [{id: row.id, document, isCancelled: row.state === 'cancelled'}];
    const own = occurrences.filter(one => one.recurrenceId === recurrenceId);
    const [state] = await readSignUps(db, open, own, clock.now().getTime());
    return state;
  };

  return (app, _options, done) => {
    app.get(
      '/agenda/:calendar',
      {
        config: {access: anyone},
        schema: {hide: true, params: CalendarParams, querystring: AgendaQuery},
      },
      async ({params, query, headers}, reply) => {
        const language = languageOf(headers['accept-language']);
        const calendar = await requireCalendar(db, params.calendar);
        const {timeZone, holidays} = calendar.settings;
        const start = readWindow(query, timeZone, clock.now().getTime());
        const to = new Date(Date.parse(start.from) + PAGE_DAYS * DAY).toISOString().slice(0, 10);
        const window = readWindow({from: start.from, to}, timeZone, clock.now().getTime());
        const whole = await readCalendar(context, calendar, window);
        const reading = filterReading(whole, query);
        const categories = [...new Set(whole.events.flatMap(event => event.categories ?? []))];
        const pageUrl = calendarPage(publicUrl, calendar.id);
        const page = agendaPage({
          ...{calendar, reading, window, query, publicUrl, language},
          categories: categories.sort((one, other) => one.localeCompare(other, language)),
          holidays: holidaysBetween(holidays, window.from, window.to),
          jsonLd: eventsToJsonLd(nextDates(reading), {timeZone, pageUrl}),
        });
        return sendPage(reply, page, {isPublic: true});
      },
    );

    app.get(
      '/agenda/:calendar/:event',
      {config: {access: anyone}, schema: {hide: true, params: EventParams}},
      async ({params, headers}, reply) => {
        const language = languageOf(headers['accept-language']);
        const {calendar, row} = await loadEvent(params);
        const {timeZone} = calendar.settings;
        const now = clock.now().getTime();
        const window = readWindow({}, timeZone, now);
        const reading = await readCalendar(context, calendar, window, row.id);
        const first = documentOf(row);
        const event =
          reading.events.find(({id}) => id === row.id) ??
          oneDate(context, calendar, row, firstDateOf(first))?.event;
        if (!event) throw new HubProblem('not-found');
        const open = [{id: row.id, document: first, isCancelled: row.state === 'cancelled'}];
        const signUps = first.signUp ? await readSignUps(db, open, reading.occurrences, now) : [];
        const pageUrl = eventPage(publicUrl, calendar.id, row.id);
        const page = eventPageOf({
          ...{calendar, event, reading, signUps, publicUrl, language},
          id: row.id,
          reason: row.reason ?? undefined,
          jsonLd: eventsToJsonLd(nextDates(reading), {timeZone, pageUrl}),
        });
        return sendPage(reply, page, {isPublic: true, hasPhotographs: true});
      },
    );

    app.get(
      '/agenda/:calendar/:event/:recurrenceId',
      {config: {access: anyone}, schema: {hide: true, params: DateParams}},
      async ({params, headers}, reply) => {
        const view = await signUpView(params, languageOf(headers['accept-language']));
        return sendPage(reply, signUpPage({...view, form: emptySignUp(uuid7(clock, chance))}));
      },
    );

    app.post(
      '/agenda/:calendar/:event/:recurrenceId',
      {
        schema: {hide: true, params: DateParams},
        config: {
          ...limited(config.events.limits.registrationsPerMinute, 60_000, 'registrations'),
          access: anyone,
        },
      },
      async ({params, headers, body}, reply) => {
        const language = languageOf(headers['accept-language']);
        const view = await signUpView(params, language);
        const fresh = uuid7(clock, chance);
        const {maxPlaces} = view.signUp;
        const {form, request} = readSignUp(body, {language, maxPlaces, fresh});
        if (!request) return sendPage(reply, signUpPage({...view, form}), {status: 400});
        const {event: eventId, recurrenceId} = params;
        try {
          const {answer} = await signUp(context, {eventId, recurrenceId, uuid: form.uuid, request});
          const {url} = answer;
          if (url === undefined) throw new HubProblem('wrong-state');
          return await reply
            .header('referrer-policy', 'no-referrer')
            .redirect(`${url}?done=signed-up`, 303);
        } catch (error) {
          if (!(error instanceof HubProblem) || error.status >= 500) throw error;
          const back = eventPage(publicUrl, params.calendar, eventId);
          return sendPage(reply, errorPage(error, {language, back}), {status: error.status});
        }
      },
    );

    app.get(
      '/agenda/:calendar/propose',
      {config: {access: anyone}, schema: {hide: true, params: CalendarParams}},
      async ({params, headers}, reply) => {
        const language = languageOf(headers['accept-language']);
        const calendar = await openCalendar(params.calendar);
        const form = emptyProposal(uuid7(clock, chance));
        const page = proposePage({calendar, form, contactDays, publicUrl, language});
        return sendPage(reply, page);
      },
    );

    app.post(
      '/agenda/:calendar/propose',
      {
        schema: {hide: true, params: CalendarParams},
        config: {
          ...limited(config.events.limits.proposalsPerHour, 3_600_000, 'proposals'),
          access: anyone,
        },
      },
      async ({params, headers, body}, reply) => {
        const language = languageOf(headers['accept-language']);
        const calendar = await openCalendar(params.calendar);
        const {timeZone} = calendar.settings;
        const fresh = uuid7(clock, chance);
        const {form, request} = readProposal(body, {language, timeZone, fresh});
        if (!request) {
          const page = proposePage({calendar, form, contactDays, publicUrl, language});
          return sendPage(reply, page, {status: 400});
        }
        await propose(context, {calendar, request, idempotencyKey: form.uuid});
        return sendPage(reply, sentPage(calendar, publicUrl, language), {status: 202});
      },
    );

    app.register(followRoutes(context)).then(() => done(), done);
  };

  async function openCalendar(id: string) {
    const calendar = await requireCalendar(db, id);
    if (!calendar.settings.acceptsProposals) throw new HubProblem('not-found');
    return calendar;
  }

  async function signUpView(
    params: {calendar: string; event: string; recurrenceId: string},
    language: ReturnType<typeof languageOf>,
  ) {
    const {calendar, row} = await loadEvent(params);
    const {timeZone} = calendar.settings;
    const state: SignUpState | undefined = await signUpOf(row, params.recurrenceId, timeZone);
    if (!state || !(state.state === 'open' || state.state === 'waiting-list')) {
      throw new HubProblem('sign-up-closed');
    }
    const shown = oneDate(context, calendar, row, params.recurrenceId)!;
    return {
      calendar,
      eventId: row.id,
      eventName: shown.event.name,
      when: whenOf(shown.event, shown.occurrence, timeZone, language),
      signUp: state,
      contactDays,
      publicUrl,
      language,
    };
  }
}

/** Of an event whose dates are all past: its first one. */
const firstDateOf = ({startDate}: {startDate: string}) => startDate.replace(/[-:]/g, '');
