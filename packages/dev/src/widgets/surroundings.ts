import {readBlock, type Block} from './block.js';
import {textsOf, type Tag} from './comments.js';
import type {
  CspLine,
  TrustedTypesPolicy,
  WidgetOrigin,
  WidgetPermission,
  WidgetStorage,
  Words,
} from './types.js';
import {readWords, type Tell} from './words.js';

const PHASES = ['load', 'view', 'action'] as const;
const AREAS = ['local', 'session', 'indexeddb', 'cookie'] as const;
const DIRECTIVE = /^(?:connect|font|frame|img|media|script|style|worker)-src$/;

/** Who is contacted: `@origin https://data.geopf.fr if tiles=ign,ign-photo`, `@origin attribute src`. */
export function readOrigins(tags: readonly Tag[], tell: Tell): WidgetOrigin[] {
  return textsOf(tags, 'origin').map(text => {
    const block = readBlock(text, ['csp', 'phase', 'when', 'why', 'avoid']);
    const {head, fields} = block;
    const [place = '', condition = ''] = head.split(/\s+if\s+/);
    const [, attributeOf] = /^attribute ([a-z-]+)$/.exec(place) ?? [];
    const [, name = attributeOf, values] = /^([a-z-]+)(?:=(\S+))?$/.exec(condition) ?? [];
    const isFixed = /^https:\/\/[\w.-]+$/.test(place);
    const isKnown = isFixed || attributeOf || place === 'data' || place === 'sdk';
    if (!isKnown) {
      tell(
        `"@origin ${head}" cannot be read`,
        '"@origin https://…", "@origin attribute name", "@origin data" or "@origin sdk", ' +
          'maybe with "if name=value,value"',
      );
    }
    const directives = (fields.get('csp') ?? '').split(/\s+/).filter(Boolean);
    if (directives.length === 0 || !directives.every(one => DIRECTIVE.test(one))) {
      tell(`"@origin ${head}" does not say what a policy must allow`, '"csp: connect-src"');
    }
    const phase = PHASES.find(known => known === fields.get('phase')?.trim());
    if (!phase) tell(`"@origin ${head}" has no phase`, `"phase: ${PHASES.join('" or "phase: ')}"`);
    const said = (field: string): Words => wordsOf(block, 'origin', field, tell);
    return {
      origin: isFixed ? place : null,
      from: isFixed ? 'fixed' : attributeOf ? 'attribute' : place === 'sdk' ? 'sdk' : 'data',
      ...(name && {attribute: name}),
      ...(values && {values: values.split(',')}),
      directives,
      phase: phase ?? 'load',
      when: said('when'),
      why: said('why'),
      ...(fields.has('avoid') && {avoid: said('avoid')}),
    };
  });
}

/** What stays on the device: `@storage local key:{hub}`. */
export function readStorage(tags: readonly Tag[], tell: Tell): WidgetStorage[] {
  return textsOf(tags, 'storage').map(text => {
    const block = readBlock(text, ['written', 'purpose', 'lifetime']);
    const [word = '', ...key] = block.head.split(' ');
    const area = AREAS.find(known => known === word);
    if (!area || key.length !== 1) {
      tell(`"@storage ${block.head}" cannot be read`, `"@storage ${AREAS.join('|')} key:{part}"`);
    }
    const said = (field: string): Words => wordsOf(block, 'storage', field, tell);
    return {
      area: area ?? 'local',
      key: key.join(' '),
      written: said('written'),
      purpose: said('purpose'),
      lifetime: said('lifetime'),
    };
  });
}

/** What the browser asks the person for: `@permission geolocation`. */
export function readPermissions(tags: readonly Tag[], tell: Tell): WidgetPermission[] {
  return textsOf(tags, 'permission').map(text => {
    const block = readBlock(text, ['when', 'why']);
    const said = (field: string): Words => wordsOf(block, 'permission', field, tell);
    return {name: block.head, when: said('when'), why: said('why')};
  });
}

/** `@trusted lit-html` with the line `when`. */
export function readTrustedTypes(tags: readonly Tag[], tell: Tell): TrustedTypesPolicy[] {
  return textsOf(tags, 'trusted').map(text => {
    const block = readBlock(text, ['when']);
    return {name: block.head, when: wordsOf(block, 'trusted', 'when', tell)};
  });
}

/** What a Content-Security-Policy must allow, a line for each directive of each origin. */
export function cspOf(origins: readonly WidgetOrigin[]): CspLine[] {
  return origins.flatMap(({origin, from, attribute, values, directives}) =>
    directives.map(directive => ({
      directive,
      source: origin,
      from,
      ...(attribute && {attribute}),
      ...(values && {values}),
    })),
  );
}

function wordsOf({head, fields}: Block, tag: string, field: string, tell: Tell): Words {
  return readWords(fields.get(field), `"${field}" of "@${tag} ${head}"`, `${field}:`, tell);
}
