import MagicString from 'magic-string';

/** Comments and white space of a style sheet that mean nothing; strings are left alone. */
const minifyCss = text =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');

const INLINE = 'a|abbr|b|bdi|code|em|i|q|small|span|strong|time';
/** Between two pieces of text a space is seen, and heard; elsewhere between tags it is nothing. */
const NOTHING = new RegExp(`(?<!</(?:${INLINE}))> <|> <(?!(?:${INLINE})\\b)`, 'g');

/** A line break with its indentation is one space to a browser. */
const minifyHtml = text => text.replace(/\s*\n\s*/g, ' ').replace(NOTHING, '><');

const MINIFIERS = {css: minifyCss, html: minifyHtml, svg: minifyHtml};

/** Visits every node of an ESTree. */
function walk(node, visit) {
  if (!node || typeof node.type !== 'string') return;
  visit(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach(child => walk(child, visit));
    else if (value && typeof value === 'object') walk(value, visit);
  }
}

/** Takes the indentation out of css`…`, html`…` and svg`…`, which a JavaScript minifier must leave. */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (!id.includes('/dist/') || !/\b(css|html|svg) ?`/.test(code)) return null;
      const edited = new MagicString(code);
      walk(this.parse(code), node => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const minify = MINIFIERS[node.tag.name];
        if (!minify) return;
        for (const {start, end, value} of node.quasi.quasis) {
          if (start < end) edited.update(start, end, minify(value.raw));
        }
      });
      return {code: edited.toString(), map: edited.generateMap({hires: true})};
    },
  };
}
