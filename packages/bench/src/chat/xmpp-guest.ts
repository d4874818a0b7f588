/** The room that a guest joins, and who listens. */
export interface Joining {
  room: string;
  nick: string;
  hear: (text: string) => void;
}

/** Milliseconds in which each step of joining must be answered. */
const PATIENCE = 30_000;

const FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
const OPEN = `<open xmlns="${FRAMING}" to="guest.localhost" version="1.0"/>`;
const AUTH = '<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="ANONYMOUS"/>';
const BIND =
  '<iq type="set" id="bind" xmlns="jabber:client"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>';

/** A guest in one room, with just as much XMPP as that takes: a frame is a stanza (RFC 7395 §3.3). */
export class XmppGuest {
  private constructor(
    private readonly socket: WebSocket,
    private readonly room: string,
  ) {}

  static async join(address: string, {room, nick, hear}: Joining): Promise<XmppGuest> {
    const socket = new WebSocket(address, 'xmpp');
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error('Prosody does not answer.'));
    });
    let expect: ((frame: string) => boolean) | undefined;
    let met: (() => void) | undefined;
    socket.onmessage = ({data}) => {
      const frame = String(data);
      const [, text] = /^<message\b[^>]*type=['"]groupchat['"].*?<body>([^<]*)</s.exec(frame) ?? [];
      if (text !== undefined) hear(text);
      if (expect?.(frame)) met?.();
    };
    const step = (send: string, until: (frame: string) => boolean): Promise<void> => {
      expect = until;
      const done = new Promise<void>((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error(`No answer to ${send}`)), PATIENCE);
        met = () => {
          clearTimeout(giveUp);
          resolve();
        };
      });
      socket.send(send);
      return done;
    };
    await step(OPEN, frame => frame.includes('ANONYMOUS'));
    await step(AUTH, frame => frame.startsWith('<success'));
    await step(OPEN, frame => frame.includes('xmpp-bind'));
    await step(BIND, frame => frame.includes("id='bind'") || frame.includes('id="bind"'));
    const enter = `<presence to="${room}/${nick}" xmlns="jabber:client"><x xmlns="http://jabber.org/protocol/muc"><history maxchars="0"/></x></presence>`;
    // status 110: this is you, and so everybody else was told before (XEP-0045 §7.2.2)
    await step(enter, frame => /code=['"]110['"]/.test(frame));
    expect = undefined;
    return new XmppGuest(socket, room);
  }

  say(text: string): void {
    this.socket.send(
      `<message type="groupchat" to="${this.room}" xmlns="jabber:client"><body>${text}</body></message>`,
    );
  }

  leave(): void {
    this.socket.close();
  }
}
