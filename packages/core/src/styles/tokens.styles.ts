import {css} from 'lit';

/**
 * Every design token and its default, once. Text, font and background come from the page; the page
 * overrides a token on the element or above it. `light-dark()` follows the page's `color-scheme`, so
 * a page without a dark theme never gets a dark widget; older browsers get the page's own text colour.
 *
 * @token --local-color-accent color - Couleur d’accent | Accent colour
 * @token --local-color-on-accent color - Texte sur la couleur d’accent | Text on the accent colour
 * @token --local-color-surface color - Fond des champs et des fiches | Background of fields and cards
 * @token --local-color-text color - Texte sur ce fond | Text on that background
 * @token --local-color-muted color - Texte secondaire | Secondary text
 * @token --local-color-border color - Filets et contours | Lines and outlines
 * @token --local-color-focus color - Contour de l’élément actif au clavier | Outline of what has the keyboard
 * @token --local-color-open color - « Ouvert », ce qui va bien | “Open”, what is well
 * @token --local-color-closed color - « Fermé », ce qui ne va pas | “Closed”, what is wrong
 * @token --local-radius length - Arrondi des coins | Rounding of corners
 * @token --local-space length - Espace entre les parties | Space between parts
 */
export const tokens = css`
  :host {
    --_accent: var(--local-color-accent, currentColor);
    --_on-accent: var(--local-color-on-accent, Canvas);
    --_surface: var(--local-color-surface, Canvas);
    --_text: var(--local-color-text, CanvasText);
    --_border: var(--local-color-border, rgb(128 128 128 / 45%));
    --_muted: var(--local-color-muted, inherit);
    --_open: var(--local-color-open, inherit);
    --_closed: var(--local-color-closed, inherit);
    --_focus: var(--local-color-focus, currentColor);
    --_radius: var(--local-radius, 0.5rem);
    --_gap: var(--local-space, 1rem);
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_accent: var(--local-color-accent, light-dark(#14594a, #8fd4bf));
      --_on-accent: var(--local-color-on-accent, light-dark(#fff, #0b241d));
      --_muted: var(--local-color-muted, light-dark(#56605c, #b4bfba));
      --_open: var(--local-color-open, light-dark(#1b6b3a, #8bd8a4));
      --_closed: var(--local-color-closed, light-dark(#9a3412, #fdba8c));
    }
  }
`;
