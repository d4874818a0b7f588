/** What `widgets.json` holds; packages/embed/widgets.schema.json says the same to other programs. */
export interface WidgetsJson {
  readonly $schema: string;
  /** Of this shape, by the rules of semantic versioning. */
  readonly schemaVersion: string;
  /** Of the files beside it. */
  readonly sdkVersion: string;
  /** The file of the script tag. */
  readonly loader: {readonly file: string; readonly type: 'module'} & BuiltFile;
  /** How the tags are written where an editor or a sanitiser lets no tag of ours through. */
  readonly forms: EmbedForms;
  readonly notes: {readonly aliases: Words};
  readonly categories: readonly {readonly id: string; readonly label: Words}[];
  readonly widgets: readonly Widget[];
  /** Every file beside it but the maps for developers, by name. */
  readonly files: Readonly<Record<string, BuiltFile>>;
}

/** The same in both languages. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

export interface BuiltFile {
  readonly bytes: number;
  /** Bytes of the file compressed with brotli. */
  readonly brotli: number;
  /** Value of the attribute `integrity`. */
  readonly integrity: string;
}

export interface EmbedForms {
  readonly div: {readonly nameAttribute: string; readonly attributePrefix: string};
  readonly link: HubForm;
  readonly frame: HubForm;
}

/** A form whose address is a hub's, followed by `path`, the name of the widget, and its attributes as a query. */
export interface HubForm {
  readonly className: string;
  readonly path: string;
}

export interface Widget {
  readonly tag: string;
  /** What `data-local-widget` says. */
  readonly name: string;
  /** Npm package that has the element. */
  readonly package: string;
  readonly label: Words;
  readonly description: Words;
  readonly category: string;
  readonly keywords: {readonly fr: readonly string[]; readonly en: readonly string[]};
  readonly icon: WidgetIcon;
  /** What to reserve on the page before the element is there, as a CSS length. */
  readonly minHeight: string;
  /** Text of a link to put inside the element, for pages without JavaScript. */
  readonly fallback: Words;
  /** How it is written in a page. */
  readonly example: string;
  /** With all attributes of one of these sets the element has something to show. */
  readonly needs: readonly (readonly string[])[];
  readonly attributes: readonly WidgetAttribute[];
  readonly slots: readonly WidgetSlot[];
  readonly events: readonly WidgetEvent[];
  readonly parts: readonly {readonly name: string; readonly description: string}[];
  readonly customProperties: readonly WidgetCustomProperty[];
  readonly origins: readonly WidgetOrigin[];
  readonly storage: readonly WidgetStorage[];
  readonly permissions: readonly WidgetPermission[];
  readonly csp: readonly CspLine[];
  readonly trustedTypes: readonly TrustedTypesPolicy[];
  /** `none`: leaves nothing on the device; `essential`: only what a person asks for by an action. */
  readonly cookieCategory: 'none' | 'essential';
  /** For the privacy page of a site. */
  readonly privacy: Words;
  readonly files: {readonly first: readonly string[]; readonly later: readonly string[]};
}

export interface WidgetIcon {
  /** Of a drawing of 24 by 24, filled. */
  readonly path: string;
  readonly viewBox: '0 0 24 24';
  /** A near one of WordPress. */
  readonly dashicon: string;
}

export const ATTRIBUTE_TYPES = [
  'string',
  'integer',
  'number',
  'boolean',
  'enum',
  'url',
  'color',
  'coordinates',
  'date',
  'email',
  'length',
  'tel',
  'time-zone',
] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export interface WidgetAttribute {
  readonly name: string;
  readonly property: string;
  /** Of one value. */
  readonly type: AttributeType;
  /** Several values may stand in it, with this between them. */
  readonly multiple: boolean;
  readonly separator?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What holds when the attribute is left out. */
  readonly default: string | number | boolean | null;
  /** Of an enum; the empty value stands for leaving the attribute out. */
  readonly enum?: readonly {readonly value: string; readonly label: Words}[];
  /** What else an enum may hold. */
  readonly custom?: AttributeType;
  readonly required: boolean;
  readonly label: Words;
  readonly help: Words;
  readonly example?: string;
  readonly group: 'basic' | 'advanced';
  /** Another attribute, without which this one does nothing. */
  readonly with?: string;
}

export interface WidgetSlot {
  /** Empty for the default slot. */
  readonly name: string;
  readonly description: string;
}

export interface WidgetEvent {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly detail: readonly EventField[];
}

export interface EventField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

export interface WidgetCustomProperty {
  readonly name: string;
  readonly type: 'color' | 'length';
  readonly label: Words;
  readonly description: string;
  readonly default: string;
}

export interface WidgetOrigin {
  /** A fixed one; null when an attribute, the data or the script tag says it. */
  readonly origin: string | null;
  /** `attribute`: that of the address in it; `data`: those of addresses in the data; `sdk`: our own files. */
  readonly from: 'fixed' | 'attribute' | 'data' | 'sdk';
  /** The attribute that brings it about. */
  readonly attribute?: string;
  /** Only with these values of it. */
  readonly values?: readonly string[];
  readonly directives: readonly string[];
  /** With the page; once the element is near what is seen; after an action of a person. */
  readonly phase: 'load' | 'view' | 'action';
  readonly when: Words;
  readonly why: Words;
  /** How a page does without. */
  readonly avoid?: Words;
}

export interface WidgetStorage {
  readonly area: 'local' | 'session' | 'indexeddb' | 'cookie';
  /** With names in braces for what differs. */
  readonly key: string;
  readonly written: Words;
  readonly purpose: Words;
  readonly lifetime: Words;
}

export interface WidgetPermission {
  /** Name of the Permissions-Policy, which an iframe also needs in `allow`. */
  readonly name: string;
  readonly when: Words;
  readonly why: Words;
}

export interface CspLine {
  readonly directive: string;
  /** What to write; null when `attribute` or the data say it. */
  readonly source: string | null;
  readonly from: WidgetOrigin['from'];
  readonly attribute?: string;
  readonly values?: readonly string[];
}

export interface TrustedTypesPolicy {
  readonly name: string;
  readonly when: Words;
}
