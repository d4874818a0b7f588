import {categories} from '@local-widgets/model';
import {css, unsafeCSS} from 'lit';

/** Each group in its own colour, or in the page's. */
const colours = categories
  .filter(({color}) => color)
  .map(({id, color}) => `[data-group=${id}]{color:var(--local-color-${id},${color})}`)
  .join('');

export const symbolStyles = css`
  .symbol {
    inline-size: 2rem;
    block-size: 2rem;
    flex: none;
    overflow: visible;
  }

  .outline {
    fill: currentColor;
    stroke: #fff;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }

  .glyph {
    fill: none;
    stroke: #fff;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* the middle of a triangle and of a drop is not the middle of their box */
  [data-group='crafts'] .glyph {
    translate: 0 3.5px;
  }

  [data-group='other'] .glyph {
    translate: 0 -3.3px;
  }

  ${unsafeCSS(colours)}

  @media (forced-colors: active) {
    .outline {
      fill: ButtonFace;
      stroke: ButtonText;
    }

    .glyph {
      stroke: ButtonText;
    }
  }
`;
