<?php
/** Widgets that an author writes as HTML: kept by WordPress' filter, and brought to life. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\has_widget;
use function LocalWidgets\widgets;

if (!defined('ABSPATH')) {
    exit;
}

/** WordPress keeps `div` and `a` with `data-…` by itself; this adds the elements, for people without unfiltered_html. */
add_filter('wp_kses_allowed_html', function ($allowed, $context) {
    if ($context !== 'post' || !is_array($allowed)) {
        return $allowed;
    }
    $common = array_fill_keys(['class', 'dir', 'hidden', 'id', 'lang', 'slot', 'aria-label', 'data-*'], true);
    foreach (widgets() as $widget) {
        $allowed[$widget['tag']] = $common + array_fill_keys(array_keys($widget['attributes']), true);
    }
    return $allowed;
}, 10, 2);

/** A needless script is a small harm, a missing one a large. @param mixed $html other plugins may hand on what is no text */
function lookAtMarkup($html)
{
    if (is_string($html) && has_widget($html)) {
        needScript();
    }
    return $html;
}

foreach (['the_content', 'render_block', 'widget_text_content', 'widget_custom_html_content'] as $filter) {
    add_filter($filter, __NAMESPACE__ . '\lookAtMarkup', 99);
}
