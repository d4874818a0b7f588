<?php
/** From attributes to markup, for blocks and shortcodes alike. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\local_widget;

if (!defined('ABSPATH')) {
    exit;
}

/** @param array $values attributes of the widget, and `link`, `link-text` of what stands inside */
function render(string $name, array $values): string
{
    needScript();
    return local_widget($name, $values, [
        'lang' => currentLanguage(),
        'hub' => (string) get_option(OPTION_HUB, ''),
        'link' => $values['link'] ?? '',
        'text' => $values['link-text'] ?? '',
    ]);
}
