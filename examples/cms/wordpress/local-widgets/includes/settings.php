<?php
/** Settings > Local widgets: the address of the hub. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\widgets;

if (!defined('ABSPATH')) {
    exit;
}

const PAGE = 'local-widgets';

add_action('init', function () {
    register_setting(PAGE, OPTION_HUB, [
        'type' => 'string',
        'default' => '',
        'sanitize_callback' => __NAMESPACE__ . '\cleanHub',
    ]);
});

/** An address without a slash at its end, or nothing; a wrong one leaves what was there. */
function cleanHub($value): string
{
    $value = trim((string) $value);
    if ($value === '') {
        return '';
    }
    $address = untrailingslashit(esc_url_raw($value, ['https', 'http']));
    if (!preg_match('#^https?://[^/\s]+#i', $value) || $address === '') {
        if (function_exists('add_settings_error')) {
            add_settings_error(OPTION_HUB, 'hub', word('hubWrong'));
        }
        return (string) get_option(OPTION_HUB, '');
    }
    return $address;
}

add_action('admin_menu', function () {
    add_options_page(word('pageTitle'), word('menu'), 'manage_options', PAGE, __NAMESPACE__ . '\showSettings');
});

add_action('admin_init', function () {
    add_settings_section('hub', '', '__return_null', PAGE);
    add_settings_field(OPTION_HUB, word('hub'), function () {
        printf(
            '<input type="url" class="regular-text" id="%1$s" name="%1$s" value="%2$s" aria-describedby="%1$s-help">'
                . '<p class="description" id="%1$s-help">%3$s</p>',
            esc_attr(OPTION_HUB),
            esc_attr((string) get_option(OPTION_HUB, '')),
            esc_html(word('hubHelp'))
        );
    }, PAGE, 'hub', ['label_for' => OPTION_HUB]);
});

function showSettings(): void
{
    if (!current_user_can('manage_options')) {
        return;
    }
    echo '<div class="wrap"><h1>' . esc_html(word('pageTitle')) . '</h1><form action="options.php" method="post">';
    settings_fields(PAGE);
    do_settings_sections(PAGE);
    submit_button();
    echo '</form>';
    showShortcodes();
    echo '</div>';
}

function showShortcodes(): void
{
    echo '<h2>' . esc_html(word('shortcodes')) . '</h2><table class="widefat striped"><thead><tr>'
        . '<th scope="col">' . esc_html(word('widget')) . '</th>'
        . '<th scope="col">' . esc_html(word('shortcode')) . '</th></tr></thead><tbody>';
    foreach (widgets() as $widget) {
        $values = '';
        foreach ($widget['needs'][0] as $name) {
            $values .= " $name=\"" . ($widget['attributes'][$name]['example'] ?? '') . '"';
        }
        printf(
            '<tr><td>%s</td><td><code>%s</code></td></tr>',
            esc_html($widget['label'][currentLanguage()]),
            esc_html('[' . shortcodeOf($widget) . "$values]")
        );
    }
    echo '</tbody></table>';
}

add_filter('plugin_action_links_' . plugin_basename(PLUGIN), function (array $links): array {
    $address = admin_url('options-general.php?page=' . PAGE);
    array_unshift($links, '<a href="' . esc_url($address) . '">' . esc_html(word('settings')) . '</a>');
    return $links;
});
