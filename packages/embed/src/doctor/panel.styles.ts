export const panelStyles = `
  section {
    position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; box-sizing: border-box;
    inline-size: min(34rem, calc(100vw - 2rem)); max-block-size: min(36rem, calc(100vh - 2rem)); overflow: auto;
    padding: 1.25rem; border: 1px solid #767676; border-radius: .5rem; background: #fff; color: #1e1e1e;
    color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; box-shadow: 0 .5rem 2rem rgb(0 0 0 / .25);
  }
  h2 { margin: 0 0 .75rem; font-size: 1.25rem; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { margin: 0 0 .75rem; padding-inline-start: .75rem; border-inline-start: .25rem solid #18753c; }
  li[data-kind=problem] { border-color: #b00020; }
  li[data-kind=advice] { border-color: #6a4fb3; }
  h3 { margin: 0; font-size: 1rem; }
  h3 span { font-weight: 400; }
  p { margin: 0; overflow-wrap: anywhere; }
  li p[lang] { color: #555; }
  code { display: block; margin-block: .25rem; padding: .25rem .5rem; background: #f3f3f3; overflow-wrap: anywhere; }
  button {
    min-block-size: 2.75rem; margin-inline-end: .5rem; padding-inline: 1rem; border: 1px solid currentcolor;
    border-radius: .375rem; background: none; color: inherit; font: inherit; cursor: pointer;
  }
`;
