import type {PackageFacts} from '../manifest/facts.js';
import type {Declaration} from '../manifest/schema.js';
import type {Token} from './tokens.js';
import type {Widget, WidgetCustomProperty, WidgetEvent} from './types.js';
import type {Tell} from './words.js';

/** What pages may style, fill and listen to, in the words of the manifest. */
export type PublicNames = Pick<Widget, 'slots' | 'events' | 'parts' | 'customProperties'>;

export function readPublicNames(
  {slots = [], events = [], cssParts = [], cssProperties = []}: Declaration,
  facts: PackageFacts,
  tokens: ReadonlyMap<string, Token>,
  tell: Tell,
): PublicNames {
  const fallbacks = new Map(
    [...facts.customProperties, ...facts.tokens].map(({name, fallback}) => [name, fallback]),
  );
  return {
    slots: slots.map(({name, description = ''}) => ({name, description})),
    events: events.flatMap(({name, type, description = ''}): WidgetEvent[] => {
      if (!name) return [];
      const {detail = []} = facts.events.find(event => event.type === name) ?? {};
      return [{name, type: type?.text ?? '', description, detail}];
    }),
    parts: cssParts.map(({name, description = ''}) => ({name, description})),
    customProperties: cssProperties.map(({name, default: value, description = ''}) => ({
      name,
      ...tokenOf(name, tokens, tell),
      description,
      default: value ?? fallbacks.get(name) ?? '',
    })),
  };
}

function tokenOf(
  name: string,
  tokens: ReadonlyMap<string, Token>,
  tell: Tell,
): Pick<WidgetCustomProperty, 'type' | 'label'> {
  const token = tokens.get(name);
  if (token) return token;
  tell(
    `nothing says what a webmaster calls ${name}`,
    `"@token ${name} color - Français | English" where its default stands, not`,
  );
  return {type: 'color', label: {fr: '', en: ''}};
}
