/** An address of XMPP (RFC 7622): `local@domain/resource`. */
export interface Jid {
  local: string;
  domain: string;
  resource: string;
}

export function parseJid(text: string): Jid {
  const [bare = '', ...resource] = text.split('/');
  const at = bare.indexOf('@');
  return {
    local: at < 0 ? '' : bare.slice(0, at),
    domain: at < 0 ? bare : bare.slice(at + 1),
    resource: resource.join('/'),
  };
}

/** Without its resource, as it is compared: servers prepare both parts alike (RFC 7622, 3.2 and 3.3). */
export function bareJid(text: string): string {
  const {local, domain} = parseJid(text);
  const bare = local === '' ? domain : `${local}@${domain}`;
  return bare.normalize('NFC').toLowerCase();
}
