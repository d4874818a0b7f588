<?php
/** A widget in a position of the template. */

use Joomla\CMS\Factory;
use LocalWidgets\Joomla\Extension\LocalWidgets;
use function LocalWidgets\language;
use function LocalWidgets\local_widget;
use function LocalWidgets\widgets;

defined('_JEXEC') or die;

// the scripts are those of the content plugin, which comes in the same package
$plugin = JPATH_PLUGINS . '/content/localwidgets';
if (!is_file("$plugin/local-widgets/local-widgets.php")) {
    return;
}
require_once "$plugin/local-widgets/local-widgets.php";
require_once "$plugin/src/Extension/LocalWidgets.php";

$name = (string) $params->get('widget', 'shops-map');
$prefix = str_replace('-', '_', $name) . '__';
$values = [];
foreach (array_keys(widgets()[$name]['attributes'] ?? []) as $attribute) {
    $values[$attribute] = $params->get($prefix . $attribute);
}
echo local_widget($name, $values, [
    'lang' => language(Factory::getApplication()->getLanguage()->getTag()),
    'link' => (string) $params->get('link', ''),
]);
LocalWidgets::needScript(Factory::getApplication()->getDocument());
