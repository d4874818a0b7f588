<?php
/** The plugin's own sentences; those about widgets are in widgets.json. */

namespace LocalWidgets\WordPress;

use function LocalWidgets\language;

if (!defined('ABSPATH')) {
    exit;
}

const WORDS = [
    'fr' => [
        'advanced' => 'Réglages avancés',
        'basic' => 'Réglages',
        'chooseFile' => 'Choisir un fichier',
        'emptyOption' => '(par défaut)',
        'fillIn' => 'Remplissez, dans les réglages du bloc :',
        'hub' => 'Adresse du serveur',
        'hubHelp' => 'Le serveur de la commune ou du commerce (messages, commandes, agenda). Il vaut pour tous les blocs et codes courts qui n’en nomment pas d’autre. Laissez vide si vous n’en avez pas.',
        'hubWrong' => 'L’adresse du serveur doit commencer par https:// (ou http://).',
        'link' => 'Page équivalente',
        'linkHelp' => 'Page ou fichier que l’on propose à qui n’a pas JavaScript.',
        'linkText' => 'Texte du lien',
        'menu' => 'Local widgets',
        'or' => 'ou',
        'other' => 'Autre…',
        'otherValue' => 'Autre valeur',
        'pageTitle' => 'Réglages de Local widgets',
        'shortcode' => 'Code court',
        'shortcodes' => 'Dans l’éditeur classique',
        'settings' => 'Réglages',
        'widget' => 'Module',
    ],
    'en' => [
        'advanced' => 'Advanced settings',
        'basic' => 'Settings',
        'chooseFile' => 'Choose a file',
        'emptyOption' => '(default)',
        'fillIn' => 'Fill in, in the settings of the block:',
        'hub' => 'Address of the server',
        'hubHelp' => 'The server of the town or the shop (messages, orders, calendar). It holds for all blocks and shortcodes that name no other. Leave it empty if you have none.',
        'hubWrong' => 'The address of the server has to begin with https:// (or http://).',
        'link' => 'Equivalent page',
        'linkHelp' => 'Page or file that is offered to people without JavaScript.',
        'linkText' => 'Text of the link',
        'menu' => 'Local widgets',
        'or' => 'or',
        'other' => 'Other…',
        'otherValue' => 'Other value',
        'pageTitle' => 'Settings of Local widgets',
        'shortcode' => 'Shortcode',
        'shortcodes' => 'In the classic editor',
        'settings' => 'Settings',
        'widget' => 'Widget',
    ],
];

/** `fr` or `en`: of the site for its visitors, of the person in the administration. */
function currentLanguage(): string
{
    return language(determine_locale());
}

function word(string $key): string
{
    return WORDS[currentLanguage()][$key];
}
