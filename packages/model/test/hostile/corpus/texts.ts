/** Sets this when it is run as script, in a page or wherever: a canary that must never sing. */
export const CANARY = '__pwned';
const SET = `globalThis.${CANARY}=1`;

/** Script, wherever a text becomes markup, an attribute, a template or a file. */
const SCRIPTS = [
  `<script>${SET}</script>`,
  `"><img src=x onerror=${SET}>`,
  `'><svg/onload=${SET}>`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe>`,
  `</script></style></textarea></title><script>${SET}//`,
  `<style>@import 'javascript:${SET}'</style><math><mtext><style><img src=x onerror=${SET}>`,
  `&lt;img src=x onerror=${SET}&gt; &#60;script&#62;${SET}&#60;/script&#62;`,
  `\${${SET}}{{constructor.constructor('${SET}')()}}<%=${SET}%>`,
  `<!--?lit$123456789$--><!--${SET}--><?lit$1$?>`,
  `]]><!--</x>--><script>${SET}</script>`,
  `=HYPERLINK("https://evil.example","x")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  'BEGIN:VEVENT\r\nSUMMARY:second\r\nEND:VEVENT',
  '"};alert(1);//\\',
  `' OR 1=1; DROP TABLE shops; --`,
  '../../../../etc/passwd\u0000.png',
];

/** What people see and what is there are not the same. */
const DISGUISES = [
  '\u202egnp.eciffo\u202c \u2066hidden\u2069 \u2067x',
  'zero\u200bwidth\u200c\u200d\u2060\ufeff\u00ad',
  '\u0000\u0001\u0007\u0008\u000b\u000c\u001b[31mred\u007f\u0085\u009b',
  'p\u0430yp\u0430l.ex\u0430mple',
  `Z${'\u0301\u0489\u20dd'.repeat(200)}algo`,
  '\ud800 lone \udfff pair \udc00\ud800',
  '\ufff9annotated\ufffb \ufffe\uffff \u{e0041}\u{e0042}\u{e007f} \u{10ffff}',
  '\u3164\u2800\u115f\u17b4',
  '\u2028line\u2029paragraph\r\nCRLF\rCR\n\n\n\n\nLF\tTAB',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(50),
  '\ufdfa'.repeat(300),
  '\u0130I\u0131\u1e9e\ufb03',
];

/** Names that objects have without anybody having given them. */
export const PROTOTYPE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'toJSON',
  'then',
  'length',
] as const;

/** Texts that are hostile in any field. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...SCRIPTS,
  ...DISGUISES,
  ...PROTOTYPE_KEYS,
  '',
  ' ',
  '\n',
  '-',
  '0',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object Object]',
  'x'.repeat(100_000),
];
