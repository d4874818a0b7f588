/**
 * The blocks in the editor: settings made of what widgets.json says of attributes, and the element itself as
 * preview. No build: WordPress brings React along.
 */
(({blockEditor, blocks, components, element}, {hub, language, widgets, words}) => {
  const {createElement: el, Fragment, useEffect, useRef, useState} = element;
  const {
    BaseControl,
    Button,
    Disabled,
    FormTokenField,
    PanelBody,
    Placeholder,
    SelectControl,
    TextControl,
    ToggleControl,
  } = components;
  const {InspectorControls, MediaUpload, MediaUploadCheck, useBlockProps} = blockEditor;

  /** Milliseconds without a key, after which what was typed is shown: half an address is not asked for. */
  const PAUSE = 600;
  /** Of a choice: to be written. No value begins like this. */
  const OTHER = '!other';
  const LISTS = ['application/geo+json', 'application/json', 'text/calendar', 'text/csv'];
  const INPUT_TYPES = {
    integer: 'number',
    number: 'number',
    date: 'date',
    email: 'email',
    tel: 'tel',
  };
  /** Looks of later versions of WordPress, which older ones do not know and do not mind. */
  const LOOK = {__nextHasNoMarginBottom: true, __next40pxDefaultSize: true};

  const textOf = value => (value === undefined || value === null ? '' : String(value).trim());

  /** The attributes of the element, by the rules of the PHP side: nothing empty, nothing that holds anyway. */
  function attributesOf(widget, values) {
    const attributes = {};
    for (const [name, {type, default: usual}] of Object.entries(widget.attributes)) {
      const value = name === 'hub' ? textOf(values.hub) || hub : values[name];
      if (type === 'boolean') {
        if (value) attributes[name] = '';
      } else if (textOf(value) !== '' && textOf(value) !== textOf(usual)) {
        attributes[name] = textOf(value);
      }
    }
    return attributes;
  }

  const isReady = ({needs}, attributes) => needs.some(set => set.every(name => name in attributes));

  /** A value once it stays for a moment; at once what the block begins with. */
  function useSettled(value) {
    const [settled, settle] = useState(value);
    const state = JSON.stringify(value);
    useEffect(() => {
      const timer = setTimeout(() => settle(JSON.parse(state)), PAUSE);
      return () => clearTimeout(timer);
    }, [state]);
    return settled;
  }

  /**
   * The widget itself; not to be used here, so that a click chooses the block. React may take attributes for
   * properties, for which an empty text is false: so they are set by hand.
   */
  function Preview({widget, attributes}) {
    const ref = useRef(null);
    useEffect(() => {
      for (const name of Object.keys(widget.attributes)) {
        const value = attributes[name];
        if (value === undefined) ref.current.removeAttribute(name);
        else if (ref.current.getAttribute(name) !== value) ref.current.setAttribute(name, value);
      }
    }, [attributes]);
    return el(Disabled, null, el(widget.tag, {ref}));
  }

  function Missing({widget}) {
    const sets = widget.needs.map(set =>
      set.map(name => widget.attributes[name].label[language]).join(' + '),
    );
    return el(Placeholder, {
      icon: widget.icon.dashicon,
      label: widget.label[language],
      instructions: `${words.fillIn} ${sets.join(` ${words.or} `)}`,
    });
  }

  /** A setting. `set(undefined)` leaves the attribute out. */
  function Control({name, attribute, value, set}) {
    const {type, multiple, enum: known, custom, label, help, example} = attribute;
    const texts = {label: label[language], help: help[language]};
    const common = {...LOOK, ...texts};
    const change = text => set(text === '' ? undefined : text);
    if (type === 'boolean') {
      return el(ToggleControl, {
        __nextHasNoMarginBottom: true,
        ...texts,
        checked: Boolean(value),
        onChange: on => set(on || undefined),
      });
    }
    if (known && multiple) return el(Choices, {attribute, common, value, change});
    if (known) return el(Choice, {attribute, common, value, change, custom});
    const text = el(TextControl, {
      ...common,
      type: INPUT_TYPES[type] ?? 'text',
      min: attribute.minimum,
      max: attribute.maximum,
      step: type === 'number' ? 'any' : undefined,
      placeholder: example,
      value: textOf(value) === '' ? '' : String(value),
      onChange: change,
    });
    return type === 'url' && multiple
      ? el(Fragment, null, text, el(File, {value, change, name}))
      : text;
  }

  /** One of several values; with `custom`, another one may be written. */
  function Choice({attribute, common, value, change, custom}) {
    const current = textOf(value) || textOf(attribute.default);
    const options = attribute.enum.map(one => ({value: one.value, label: one.label[language]}));
    if (!options.some(one => one.value === textOf(attribute.default))) {
      options.unshift({value: '', label: words.emptyOption});
    }
    if (custom) options.push({value: OTHER, label: words.other});
    const isOther = custom && !options.some(one => one.value === current);
    const choose = chosen =>
      change(chosen === OTHER ? ' ' : chosen === textOf(attribute.default) ? '' : chosen);
    const asked = custom && (isOther || value === ' ');
    return el(
      Fragment,
      null,
      el(SelectControl, {...common, options, value: asked ? OTHER : current, onChange: choose}),
      asked &&
        el(TextControl, {
          ...LOOK,
          label: `${common.label} : ${words.otherValue}`,
          value: textOf(value),
          onChange: text => change(text || ' '),
        }),
    );
  }

  /** Some of several values, by their names for people. */
  function Choices({attribute, common, value, change}) {
    const {separator = ' ', enum: known, custom} = attribute;
    const labelOf = one => known.find(other => other.value === one)?.label[language] ?? one;
    const valueOf = label => known.find(other => other.label[language] === label)?.value ?? label;
    const {help, ...look} = common;
    return el(
      BaseControl,
      {__nextHasNoMarginBottom: true, help},
      el(FormTokenField, {
        ...look,
        value: textOf(value).split(separator).filter(Boolean).map(labelOf),
        suggestions: known.map(one => one.label[language]),
        onChange: labels => change(labels.map(valueOf).join(separator)),
        __experimentalExpandOnFocus: true,
        __experimentalShowHowTo: false,
        __experimentalValidateInput: label =>
          custom || known.some(one => one.label[language] === label),
      }),
    );
  }

  /** A file of the media library, added to the addresses that are there. */
  function File({value, change}) {
    return el(
      MediaUploadCheck,
      null,
      el(MediaUpload, {
        allowedTypes: LISTS,
        onSelect: ({url}) => change(`${textOf(value)} ${url}`.trim()),
        render: ({open}) =>
          el('p', null, el(Button, {variant: 'secondary', onClick: open}, words.chooseFile)),
      }),
    );
  }

  /** Settings of a group; those that do nothing without another one wait for it. */
  function Settings({widget, attributes, values, setAttributes, group}) {
    const shown = Object.entries(widget.attributes).filter(
      ([name, one]) =>
        one.group === group && (!one.with || one.with in attributes || textOf(values[name]) !== ''),
    );
    return shown.map(([name, attribute]) =>
      el(Control, {
        key: name,
        name,
        attribute,
        value: values[name],
        set: value => setAttributes({[name]: value}),
      }),
    );
  }

  function LinkSettings({values, setAttributes}) {
    return el(
      Fragment,
      null,
      el(TextControl, {
        ...LOOK,
        label: words.link,
        help: words.linkHelp,
        value: values.link ?? '',
        onChange: link => setAttributes({link: link || undefined}),
      }),
      el(TextControl, {
        ...LOOK,
        label: words.linkText,
        value: values['link-text'] ?? '',
        onChange: text => setAttributes({'link-text': text || undefined}),
      }),
    );
  }

  const editorOf = widget =>
    function Edit({attributes: values, setAttributes}) {
      const attributes = attributesOf(widget, values);
      const settings = {widget, attributes, values, setAttributes};
      const shown = useSettled(attributes);
      return el(
        'div',
        useBlockProps(),
        el(
          InspectorControls,
          null,
          el(PanelBody, {title: words.basic}, el(Settings, {...settings, group: 'basic'})),
          el(
            PanelBody,
            {title: words.advanced, initialOpen: false},
            el(Settings, {...settings, group: 'advanced'}),
            el(LinkSettings, settings),
          ),
        ),
        isReady(widget, shown) ? el(Preview, {widget, attributes: shown}) : el(Missing, {widget}),
      );
    };

  for (const [name, widget] of Object.entries(widgets)) {
    blocks.registerBlockType(`local-widgets/${name}`, {edit: editorOf(widget), save: () => null});
  }
})(window.wp, window.localWidgetsPlugin);
