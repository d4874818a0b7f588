<?php
/** Lists of places as GeoJSON into the media library; calendars and CSV may go there anyway. */

namespace LocalWidgets\WordPress;

if (!defined('ABSPATH')) {
    exit;
}

const GEOJSON = 'application/geo+json';

add_filter('upload_mimes', function (array $types): array {
    return $types + ['geojson' => GEOJSON];
});

/**
 * WordPress compares the type of the name with that of the content, and knows none for GeoJSON. Only what reads as a
 * JSON object passes: a server that says no type for such a file must not hand out a page.
 */
add_filter('wp_check_filetype_and_ext', function ($found, $file, $filename) {
    $isGeojson = preg_match('/\.geojson$/i', (string) $filename)
        && in_array(GEOJSON, get_allowed_mime_types(), true)
        && is_object(json_decode((string) file_get_contents($file)));
    return $isGeojson ? ['ext' => 'geojson', 'type' => GEOJSON, 'proper_filename' => false] : $found;
}, 10, 3);
