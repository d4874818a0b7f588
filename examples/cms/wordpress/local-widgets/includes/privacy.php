<?php
/** What the site's privacy page may say, offered under Settings > Privacy. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\widgets;

if (!defined('ABSPATH')) {
    exit;
}

add_action('admin_init', function () {
    $text = '';
    foreach (widgets() as $widget) {
        $text .= '<h3>' . esc_html($widget['label'][currentLanguage()]) . '</h3>'
            . '<p>' . esc_html($widget['privacy'][currentLanguage()]) . '</p>';
    }
    wp_add_privacy_policy_content('Local widgets', wp_kses_post($text));
});
