import {Type, type Static} from 'typebox';
import {CalendarDate, Id, Instant, Language, Text, WebAddress} from './common.js';

/** Made by whoever sends, before the first try: a second try is the same thing (RFC 9562, any version). */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});

/**
 * A room: a conversation of one visitor with one shop has the UUID that its visitor made; a room where
 * neighbours meet has a name that its town chose (`halles`).
 */
export const RoomId = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
});

/** 1, 2, 3 … in each room, without a gap. 0 is before the first event. */
export const Sequence = Type.Integer({minimum: 0});

/** Who speaks: a visitor, somebody of the shop or town hall, or the hub itself. */
export const ChatRole = Type.Enum(['visitor', 'shop', 'hub']);
export type ChatRole = 'visitor' | 'shop' | 'hub';

export const ChatAuthor = Type.Object(
  {
    /** The same person has the same id in one room, and another one in each other room. */
    id: Type.String({maxLength: 64}),
    role: ChatRole,
    /** Plain text; absent of a visitor who gave none. */
    name: Type.Optional(Text(80)),
  },
  {additionalProperties: false},
);
export type ChatAuthor = Static<typeof ChatAuthor>;

export const ChatImage = Type.Object(
  {
    /** Of `PUT /v1/rooms/:room/images/:uuid`. */
    id: Uuid,
    width: Type.Integer({minimum: 1, maximum: 4096}),
    height: Type.Integer({minimum: 1, maximum: 4096}),
    /** What the picture shows, in the words of who sent it. */
    alt: Type.Optional(Text(200)),
  },
  {additionalProperties: false},
);
export type ChatImage = Static<typeof ChatImage>;

/** The tool that a message was written with. */
export const ChatVia = Type.Enum(['page', 'desk', 'mail', 'xmpp', 'matrix', 'hub']);
export type ChatVia = 'page' | 'desk' | 'mail' | 'xmpp' | 'matrix' | 'hub';

export const ChatMessage = Type.Object(
  {
    id: Uuid,
    author: ChatAuthor,
    /** Plain text with line breaks, cleaned by `cleanMessage`; absent for an image alone. */
    text: Type.Optional(Text(2000)),
    image: Type.Optional(ChatImage),
    via: ChatVia,
  },
  {additionalProperties: false},
);
export type ChatMessage = Static<typeof ChatMessage>;

const event = <Kind extends string, Properties extends Parameters<typeof Type.Object>[0]>(
  kind: Kind,
  properties: Properties,
) =>
  Type.Object(
    {seq: Type.Integer({minimum: 1}), at: Instant, kind: Type.Literal(kind), ...properties},
    {additionalProperties: false},
  );

/**
 * One line of a room's log. All that changes a room is a line of it, so that who has the lines up to a
 * number has the room as it was then.
 */
export const ChatEvent = Type.Union([
  event('message', {message: ChatMessage}),
  /**
   * A message that waits for approval; its author and the moderators get the message, everybody else the
   * line alone, so that nobody's numbers have a gap.
   */
  event('held', {message: Type.Optional(ChatMessage)}),
  /** A held message is shown, from here on and to all. */
  event('approved', {message: ChatMessage}),
  /** Text and image are gone from the hub as well; the place of the message stays. */
  event('deleted', {
    message: Uuid,
    by: Type.Enum(['author', 'moderator', 'hub']),
    /** Of a moderator: the statement of reasons, for its author (regulation (EU) 2022/2065, art. 17). */
    reason: Type.Optional(Text(1000)),
  }),
  /** Somebody of this side has it on a device. */
  event('delivered', {role: ChatRole, upTo: Sequence}),
  /** Somebody of this side has seen it. */
  event('read', {role: ChatRole, upTo: Sequence}),
  event('state', {
    state: Type.Enum(['open', 'ended']),
    by: ChatRole,
  }),
  /** Who talks changed: a name was told, a clerk took over. Nothing personal stays after erasing. */
  event('author', {author: ChatAuthor}),
]);
export type ChatEvent = Static<typeof ChatEvent>;

/** A question that the merchant expects, and the answer if there is one; a tap asks it. */
export const QuickQuestion = Type.Object(
  {question: Text(120), answer: Type.Optional(Text(1000))},
  {additionalProperties: false},
);
export type QuickQuestion = Static<typeof QuickQuestion>;

/** What a shop sets for its conversations. */
export const ChatSettings = Type.Object(
  {
    isEnabled: Type.Boolean(),
    /** When somebody answers, as OSM `opening_hours`; the shop's opening hours when absent. */
    hours: Type.Optional(Text(255)),
    /** Nobody answers for now, whatever the hours say. */
    isAway: Type.Boolean(),
    awayText: Type.Optional(Text(300)),
    /** The first words in the panel. */
    greeting: Type.Optional(Text(300)),
    quickQuestions: Type.Array(QuickQuestion, {maxItems: 12}),
    /** What clerks insert with two taps; never seen by visitors until sent. */
    cannedAnswers: Type.Array(
      Type.Object({name: Text(40), text: Text(1000)}, {additionalProperties: false}),
      {maxItems: 50},
    ),
    allowsImages: Type.Boolean(),
    /** Messages with one of these are held (rooms) or refused (conversations); compared without accents. */
    blockedWords: Type.Array(Text(60), {maxItems: 500}),
    /** Days after which the texts of a conversation are erased: 30 to 90 are usual. */
    retentionDays: Type.Integer({minimum: 1, maximum: 365}),
    privacyUrl: Type.Optional(WebAddress),
    /** Each new message also goes to the shop's e-mail address unless somebody reads it within minutes. */
    notifiesByMail: Type.Boolean(),
    mailAfterMinutes: Type.Integer({minimum: 0, maximum: 1440}),
    /** JID of who answers by XMPP (RFC 6122), where the hub has an XMPP component. */
    xmpp: Type.Optional(Type.String({maxLength: 300, pattern: '^[^@\\s/]+@[^@\\s/]+$'})),
    /** Matrix user who answers, where the hub is an application service. */
    matrix: Type.Optional(Type.String({maxLength: 255, pattern: '^@[^:\\s]+:\\S+$'})),
  },
  {additionalProperties: false},
);
export type ChatSettings = Static<typeof ChatSettings>;

/** `GET /v1/shops/:shop/chat`: what a page may know before anybody writes. */
export const ChatProfile = Type.Object(
  {
    shop: Id,
    name: Text(120),
    telephone: Type.Optional(Text(30)),
    email: Type.Optional(Type.String({maxLength: 254})),
    timeZone: Type.String({maxLength: 64}),
    isEnabled: Type.Boolean(),
    /** Somebody is there now: within the hours, not away. */
    isOpen: Type.Boolean(),
    /** The next change of `isOpen` that the hours tell. */
    until: Type.Optional(Instant),
    isAway: Type.Boolean(),
    awayText: Type.Optional(Text(300)),
    /** Median of the last answers given within the hours, in minutes; absent until there are five. */
    answersWithinMinutes: Type.Optional(Type.Integer({minimum: 0})),
    greeting: Type.Optional(Text(300)),
    quickQuestions: Type.Array(QuickQuestion, {maxItems: 12}),
    allowsImages: Type.Boolean(),
    retentionDays: Type.Integer({minimum: 1}),
    privacyUrl: Type.Optional(WebAddress),
    /** Base64url of the P-256 public key for Web Push (RFC 8292); absent where the hub does not push. */
    pushKey: Type.Optional(Type.String({maxLength: 100})),
  },
  {additionalProperties: false},
);
export type ChatProfile = Static<typeof ChatProfile>;

/** What a town sets for a room where neighbours meet. */
export const RoomSettings = Type.Object(
  {
    name: Text(80),
    description: Type.Optional(Text(500)),
    isOpen: Type.Boolean(),
    /** When one may write, as OSM `opening_hours`; always when absent. One may always read. */
    hours: Type.Optional(Text(255)),
    /** Accepted before the first message; a new version is accepted anew. */
    rules: Text(3000),
    rulesVersion: CalendarDate,
    /** Least seconds between two messages of one person; 0 for none. */
    slowSeconds: Type.Integer({minimum: 0, maximum: 3600}),
    /** Each message is read by a moderator before it is shown. */
    isPremoderated: Type.Boolean(),
    retentionDays: Type.Integer({minimum: 1, maximum: 365}),
  },
  {additionalProperties: false},
);
export type RoomSettings = Static<typeof RoomSettings>;

/** `GET /v1/rooms/:room`: a room as who asks may see it. */
export const Room = Type.Object(
  {
    id: RoomId,
    kind: Type.Enum(['conversation', 'public']),
    /** The shop or town hall that it belongs to. */
    shop: Id,
    state: Type.Enum(['open', 'ended']),
    lastSeq: Sequence,
    /** Who the asking person is in it; absent before joining a public room. */
    me: Type.Optional(ChatAuthor),
    /** Of a public room. */
    settings: Type.Optional(RoomSettings),
    /** Of a public room with hours: whether one may write now, and the next change. */
    isWritable: Type.Boolean(),
    until: Type.Optional(Instant),
    /** The version of the rules that the asking person accepted. */
    acceptedRules: Type.Optional(CalendarDate),
  },
  {additionalProperties: false},
);
export type Room = Static<typeof Room>;

/** A solved challenge: the members of ALTCHA's payload, version 1 (SHA-256). */
export const ProofOfWork = Type.Object(
  {
    algorithm: Type.Literal('SHA-256'),
    challenge: Type.String({pattern: '^[0-9a-f]{64}$'}),
    number: Type.Integer({minimum: 0, maximum: 10_000_000}),
    salt: Type.String({maxLength: 200}),
    signature: Type.String({pattern: '^[0-9a-f]{64}$'}),
  },
  {additionalProperties: false},
);
export type ProofOfWork = Static<typeof ProofOfWork>;

/** `POST /v1/challenges`: find `number` in 0…maxnumber with SHA-256(salt + number) = challenge. */
export const Challenge = Type.Object(
  {
    ...Type.Omit(ProofOfWork, ['number']).properties,
    maxnumber: Type.Integer({minimum: 0, maximum: 10_000_000}),
  },
  {additionalProperties: false},
);
export type Challenge = Static<typeof Challenge>;

/** How a visitor wants to be called and reached; all of it is optional while somebody is there. */
export const VisitorContact = Type.Object(
  {
    name: Type.Optional(Text(80)),
    email: Type.Optional(Type.String({maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$'})),
    telephone: Type.Optional(Type.String({maxLength: 30, pattern: '^[+0-9][0-9 ().-]{5,}$'})),
  },
  {additionalProperties: false},
);
export type VisitorContact = Static<typeof VisitorContact>;

/** `PUT /v1/rooms/:room` with the UUID of a new conversation. Asked again it changes nothing but `contact`. */
export const ConversationRequest = Type.Object(
  {
    shop: Id,
    language: Language,
    /** The sentence about what is kept was on the screen when the first message was sent. */
    consent: Type.Literal(true),
    contact: Type.Optional(VisitorContact),
    /** The page that it was opened on, without query and fragment. */
    page: Type.Optional(WebAddress),
    /** Token of an order that it is about (`PlacedOrder`). */
    order: Type.Optional(Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})),
    proof: Type.Optional(ProofOfWork),
  },
  {additionalProperties: false},
);
export type ConversationRequest = Static<typeof ConversationRequest>;

/** `PUT /v1/rooms/:room/members/me`: joins a public room. */
export const JoinRequest = Type.Object(
  {
    nickname: Text(40),
    acceptsRules: CalendarDate,
    proof: Type.Optional(ProofOfWork),
  },
  {additionalProperties: false},
);
export type JoinRequest = Static<typeof JoinRequest>;

/** `PUT /v1/rooms/:room/messages/:uuid`: text, an image, or both. */
export const MessageRequest = Type.Object(
  {
    text: Type.Optional(Text(4000)),
    image: Type.Optional(Type.Pick(ChatImage, ['id', 'alt'])),
    proof: Type.Optional(ProofOfWork),
  },
  {additionalProperties: false},
);
export type MessageRequest = Static<typeof MessageRequest>;

/** What `PUT …/messages/:uuid` answers: 201 the first time, 200 for the same message again. */
export const SentMessage = Type.Object({event: ChatEvent}, {additionalProperties: false});
export type SentMessage = Static<typeof SentMessage>;

/** `GET /v1/rooms/:room/events`: a part of the log, in its order. */
export const EventPage = Type.Object(
  {
    events: Type.Array(ChatEvent, {maxItems: 200}),
    /** The number of the last event of the room at that moment. */
    lastSeq: Sequence,
    /** Number of the oldest event that is kept; 1 unless retention took some. */
    firstSeq: Sequence,
  },
  {additionalProperties: false},
);
export type EventPage = Static<typeof EventPage>;

/** Data of the stream's `event: room`, and an item of a long poll. */
export const RoomNews = Type.Object(
  {room: RoomId, event: ChatEvent},
  {additionalProperties: false},
);
export type RoomNews = Static<typeof RoomNews>;

/** `GET /v1/events?wait=…`: what a stream would have told, for networks that let no stream through. */
export const NewsPage = Type.Object(
  {
    news: Type.Array(RoomNews, {maxItems: 1000}),
    /** Rooms of which too much was missed: read them anew from their last page. */
    reset: Type.Array(Type.Object({room: RoomId, lastSeq: Sequence}), {maxItems: 200}),
    /** To be handed back as `after`. */
    cursor: Type.String({maxLength: 8000}),
  },
  {additionalProperties: false},
);
export type NewsPage = Static<typeof NewsPage>;

/** Why something should not be shown (regulation (EU) 2022/2065, art. 16). */
export const ReportReason = Type.Enum([
  'illegal',
  'hate',
  'harassment',
  'personal-data',
  'spam',
  'rules',
]);
export type ReportReason = 'illegal' | 'hate' | 'harassment' | 'personal-data' | 'spam' | 'rules';

/** `POST /v1/rooms/:room/reports` */
export const ReportRequest = Type.Object(
  {
    message: Uuid,
    reason: ReportReason,
    explanation: Text(2000),
    /** "I believe in good faith that this is right": asked for by art. 16 (2) d. */
    goodFaith: Type.Literal(true),
    /** Where the acknowledgement and the decision go; the notice may be anonymous. */
    email: Type.Optional(Type.String({maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$'})),
    name: Type.Optional(Text(80)),
  },
  {additionalProperties: false},
);
export type ReportRequest = Static<typeof ReportRequest>;

/** A notice as moderators see it, with what was decided. */
export const ChatReport = Type.Object(
  {
    id: Type.String({maxLength: 64}),
    room: RoomId,
    /** As it is now: without text and image once it is deleted. */
    message: ChatMessage,
    reason: ReportReason,
    explanation: Type.Optional(Text(2000)),
    name: Type.Optional(Text(80)),
    email: Type.Optional(Type.String({maxLength: 254})),
    receivedAt: Instant,
    state: Type.Enum(['open', 'kept', 'removed']),
    decision: Type.Optional(Type.Object({reason: Type.String(), decidedAt: Instant})),
  },
  {additionalProperties: false},
);
export type ChatReport = Static<typeof ChatReport>;

/** A conversation or room as the desk lists it. */
export const RoomSummary = Type.Object(
  {
    room: Room,
    /** Of a conversation. */
    contact: Type.Optional(VisitorContact),
    language: Language,
    page: Type.Optional(Type.String()),
    /** Id of the order that it is about. */
    order: Type.Optional(Uuid),
    /** Person of the shop who takes care of it. */
    assignee: Type.Optional(Type.Object({id: Type.String(), name: Text(80)})),
    isBlocked: Type.Boolean(),
    /** Messages of visitors after the last one that the shop has read. */
    unread: Type.Integer({minimum: 0}),
    /** Messages that wait for approval, and reports without a decision. */
    toModerate: Type.Integer({minimum: 0}),
    lastMessage: Type.Optional(ChatMessage),
    lastAt: Instant,
    createdAt: Instant,
  },
  {additionalProperties: false},
);
export type RoomSummary = Static<typeof RoomSummary>;

/**
 * Data of a Web Push message to somebody of a shop, which only their browser can read (RFC 8291). The
 * desk's worker shows who wrote and what only where that person has asked for it.
 */
export const PushNotice = Type.Object({
  shop: Id,
  room: RoomId,
  /** Who wrote. */
  title: Text(120),
  /** The beginning of what they wrote. */
  body: Type.Optional(Text(300)),
});
export type PushNotice = Static<typeof PushNotice>;
