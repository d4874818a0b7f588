import {svg, html, type TemplateResult} from 'lit';
import {encode} from 'uqr';

/** Modules of white around the code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as one path of squares: black on white in every colour scheme, or scanners miss it. */
export function qrCode(text: string, label: string): TemplateResult {
  const {data, size} = encode(text, {border: 0});
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const side = size + 2 * QUIET;
  return html`<svg
    class="qr"
    role="img"
    aria-label=${label}
    viewBox="${-QUIET} ${-QUIET} ${side} ${side}"
    shape-rendering="crispEdges"
  >
    ${svg`<rect x=${-QUIET} y=${-QUIET} width=${side} height=${side} class="light"></rect><path d=${path}></path>`}
  </svg>`;
}
