<?php
/** One dynamic block for each widget. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\widgets;

if (!defined('ABSPATH')) {
    exit;
}

add_action('init', function () {
    wp_register_script(
        'local-widgets-editor',
        plugins_url('editor/editor.js', PLUGIN),
        ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element'],
        '{{version}}',
        true
    );
    $language = currentLanguage();
    foreach (widgets() as $name => $widget) {
        register_block_type(dirname(PLUGIN) . "/blocks/$name", [
            'title' => $widget['label'][$language],
            'description' => $widget['description'][$language],
            'keywords' => $widget['keywords'][$language],
            'render_callback' => function (array $attributes) use ($name): string {
                return '<div ' . get_block_wrapper_attributes() . '>' . render($name, $attributes) . '</div>';
            },
        ]);
    }
});

/** What the editor's script knows of widgets; it has no list of its own. */
add_action('enqueue_block_editor_assets', function () {
    $language = currentLanguage();
    $about = [
        'hub' => (string) get_option(OPTION_HUB, ''),
        'language' => $language,
        'widgets' => widgets(),
        'words' => WORDS[$language],
    ];
    $json = wp_json_encode($about, JSON_HEX_TAG | JSON_HEX_AMP);
    wp_add_inline_script('local-widgets-editor', "window.localWidgetsPlugin = $json;", 'before');
});
