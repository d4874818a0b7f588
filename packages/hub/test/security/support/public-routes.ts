/**
 * What anyone may ask of a hub, written by hand: a route that is declared to be public by mistake is not in
 * it. Who adds a line has thought about what a stranger, or a thousand of them, can do with it.
 */
export const PUBLIC: readonly string[] = [
  // what shops and calendars publish
  'GET /api/shops',
  'GET /api/shops/:shop',
  'GET /api/shops/:shop/catalogue',
  'GET /api/shops/:shop/slots',
  'GET /v1/shops/:shop/chat',
  'GET /v1/calendars/:calendar',
  'GET /v1/calendars/:calendar/events',
  'GET /v1/calendars/:calendar/events.atom',
  'GET /v1/calendars/:calendar/events.ics',
  'GET /v1/calendars/:calendar/events.jsonld',
  'GET /v1/calendars/:calendar/events/:event',
  'GET /v1/calendars/:calendar/events/:event.ics',
  'GET /v1/calendars/:calendar/feeds/:feed/events',
  // what residents do without an account; each has a limit of its own
  'POST /api/shops/:shop/orders',
  'PUT /v1/events/:event/occurrences/:recurrenceId/registrations/:uuid',
  'POST /v1/calendars/:calendar/proposals',
  'POST /v1/challenges',
  // pages
  'GET /',
  'GET /agenda/:calendar',
  'GET /agenda/:calendar/:event',
  'GET /agenda/:calendar/:event/:recurrenceId',
  'POST /agenda/:calendar/:event/:recurrenceId',
  'GET /agenda/:calendar/propose',
  'POST /agenda/:calendar/propose',
  'GET /pages.css',
  'GET /icon.svg',
  'GET /docs',
  'GET /openapi.json',
  // the desk's page is empty until somebody has signed in
  'GET /desk',
  'GET /desk/',
  'GET /desk.css',
  'GET /desk.webmanifest',
  'GET /v1/push-key',
  // signing in and out; each needs the hub's own origin, and has a limit
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-in/link',
  'POST /api/session',
  'POST /api/session/link',
  'POST /api/session/passkey',
  'DELETE /api/session',
  'POST /api/passkeys/authentication-options',
  // files and pages for other sites
  'GET /assets/console/*',
  'GET /assets/embed/*',
  'GET /embed/:widget',
  'GET /embed/frame.css',
  'GET /embed/frame.js',
  'GET /oembed',
  'GET /v/:version/:file',
  'GET /v/latest/:file',
  // a payment provider signs, or is asked whether it is true
  'POST /api/payments/:provider/webhook',
  // load balancers and Prometheus; neither tells of people
  'GET /healthz',
  'GET /metrics',
];
