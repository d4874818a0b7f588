<?php
/** `[local_shops_map src="…" radius-km="15"]`, one for each widget; its content is the text of the link inside. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\widgets;

if (!defined('ABSPATH')) {
    exit;
}

add_action('init', function () {
    foreach (widgets() as $name => $widget) {
        add_shortcode(shortcodeOf($widget), function ($values, $content = '') use ($name): string {
            $named = [];
            foreach ((array) $values as $key => $value) {
                // [local_shops_map compact]: WordPress gives a word without a value a number for its name
                $named[is_int($key) ? $value : str_replace('_', '-', $key)] = is_int($key) ? true : $value;
            }
            return render($name, $named + ['link-text' => wp_strip_all_tags((string) $content)]);
        });
    }
});

function shortcodeOf(array $widget): string
{
    return str_replace('-', '_', $widget['tag']);
}
