import {css} from 'lit';

/** White drawings on these colours reach 4.5:1, so that they hold on any tile and in any theme. */
export const symbolStyles = css`
  .symbol {
    inline-size: 2rem;
    block-size: 2rem;
    flex: none;
    overflow: visible;
    color: var(--local-color-other, #5b6470);
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

  [data-group='producers'] {
    color: var(--local-color-producers, #2d6a35);
  }

  [data-group='food'] {
    color: var(--local-color-food, #a54a08);
  }

  [data-group='eat'] {
    color: var(--local-color-eat, #a8252f);
  }

  [data-group='shops'] {
    color: var(--local-color-shops, #1f5a99);
  }

  [data-group='crafts'] {
    color: var(--local-color-crafts, #734722);
  }

  [data-group='services'] {
    color: var(--local-color-services, #11696b);
  }

  [data-group='culture'] {
    color: var(--local-color-culture, #6b3f94);
  }

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
