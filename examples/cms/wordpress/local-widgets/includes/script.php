<?php
/** The script tag: bundled with the plugin, on pages that have a widget only. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\script_path;

if (!defined('ABSPATH')) {
    exit;
}

const SCRIPT = 'local-widgets';

/**
 * The loader's address. Its folder is named after its content: the files that it loads have no `?ver=`, and a
 * browser must not mix those of two releases.
 */
function loaderAddress(): string
{
    return plugins_url('local-widgets/' . script_path(), PLUGIN);
}

add_action('init', function () {
    wp_register_script_module(SCRIPT, loaderAddress(), [], null);
});

/** Asks for the script; may be called once the page has begun, and more than once. */
function needScript(): void
{
    wp_enqueue_script_module(SCRIPT);
}

/** The editor draws its content in a frame that has no script modules before WordPress 6.7: a script of type module. */
add_action('enqueue_block_assets', function () {
    if (is_admin()) {
        wp_enqueue_script('local-widgets-preview', loaderAddress(), [], null, false);
    }
});

add_filter('script_loader_tag', function ($tag, $handle) {
    if ($handle !== 'local-widgets-preview') {
        return $tag;
    }
    return str_replace('<script ', '<script type="module" ', preg_replace('/ type=(["\']).*?\1/', '', $tag));
}, 10, 2);
