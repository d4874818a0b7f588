<?php
/** The script tag, in the head of public pages. */

if (!defined('_ECRIRE_INC_VERSION')) {
    return;
}

require_once __DIR__ . '/local-widgets/local-widgets.php';

function localwidgets_insert_head($head)
{
    $file = find_in_path('local-widgets/' . LocalWidgets\script_path());
    if (!$file) {
        return $head;
    }
    include_spip('inc/filtres_mini');
    // of the site's root: pages may have folders in their addresses
    $base = substr(url_absolue($file, url_de_base()), 0, -strlen(LocalWidgets\script_path()));
    return $head . LocalWidgets\script_tag($base) . "\n";
}
