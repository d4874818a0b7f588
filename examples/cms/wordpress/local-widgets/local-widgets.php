<?php
/**
 * Plugin Name: Local widgets
 * Description: Carte des commerces, agenda, commande et messages : un bloc et un code court pour chaque module de local-widgets. Map of shops, calendar, click and collect, messages.
 * Version: {{version}}
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: EUPL-1.2
 * License URI: https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12
 * Text Domain: local-widgets
 *
 * What a widget is stands in widgets.php, written from widgets.json; here is only what WordPress wants to hear.
 */

namespace LocalWidgets\WordPress;

if (!defined('ABSPATH')) {
    exit;
}

const OPTION_HUB = 'local_widgets_hub';
const PLUGIN = __FILE__;

require_once __DIR__ . '/local-widgets/local-widgets.php';
foreach (['words', 'script', 'render', 'blocks', 'shortcodes', 'markup', 'uploads', 'settings', 'privacy'] as $part) {
    require_once __DIR__ . "/includes/$part.php";
}
