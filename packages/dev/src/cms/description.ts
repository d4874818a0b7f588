import type {Widget, WidgetAttribute, WidgetsJson} from '../widgets/types.js';
import {phpFile, type Plain} from './php-value.js';

/**
 * `widgets.php`: the part of widgets.json that plugins in PHP read.
 *
 * @param folder beside it, with the files of the script tag
 */
export const descriptionFile = (json: WidgetsJson, folder: string): string =>
  phpFile({
    sdkVersion: json.sdkVersion,
    folder,
    loader: {...json.loader},
    forms: {div: {...json.forms.div}, link: {...json.forms.link}},
    categories: Object.fromEntries(json.categories.map(({id, label}) => [id, {...label}])),
    widgets: Object.fromEntries(json.widgets.map(widget => [widget.name, widgetOf(widget)])),
  });

const widgetOf = (widget: Widget): Plain => ({
  tag: widget.tag,
  label: {...widget.label},
  description: {...widget.description},
  category: widget.category,
  keywords: {...widget.keywords},
  icon: {...widget.icon},
  fallback: {...widget.fallback},
  needs: widget.needs,
  privacy: {...widget.privacy},
  attributes: Object.fromEntries(widget.attributes.map(one => [one.name, attributeOf(one)])),
});

const attributeOf = ({
  type,
  multiple,
  separator,
  minimum,
  maximum,
  default: usual,
  enum: known,
  custom,
  label,
  help,
  example,
  group,
  with: companion,
}: WidgetAttribute): Plain => ({
  type,
  multiple,
  separator,
  minimum,
  maximum,
  default: usual,
  enum: known?.map(({value, label: words}) => ({value, label: {...words}})),
  custom,
  label: {...label},
  help: {...help},
  example,
  group,
  with: companion,
});
