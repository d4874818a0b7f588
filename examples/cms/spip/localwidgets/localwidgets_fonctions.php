<?php
/** What the models (modeles/local_*.html) call. */

if (!defined('_ECRIRE_INC_VERSION')) {
    return;
}

require_once __DIR__ . '/local-widgets/local-widgets.php';

/**
 * The markup of a model.
 *
 * @param array|null $env what the model was given; `args` has what its author wrote, without what SPIP adds,
 *     such as the date of today
 * @param string $name `shops-map`
 */
function localwidgets_modele($env, $name)
{
    $env = is_array($env) ? $env : [];
    $values = is_array($env['args'] ?? null) ? $env['args'] : array_diff_key($env, ['date' => 0, 'date_redac' => 0]);
    foreach ($values as $key => $value) {
        // SPIP gives texts as HTML
        $values[$key] = is_string($value) ? html_entity_decode($value, ENT_QUOTES, 'UTF-8') : $value;
    }
    return LocalWidgets\local_widget($name, $values, [
        'lang' => LocalWidgets\language((string) ($env['lang'] ?? $GLOBALS['spip_lang'] ?? 'fr')),
        'hub' => defined('_LOCAL_WIDGETS_HUB') ? _LOCAL_WIDGETS_HUB : '',
        'link' => (string) ($values['lien'] ?? ''),
        'text' => (string) ($values['texte'] ?? ''),
    ]);
}
