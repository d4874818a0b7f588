<?php

$EM_CONF[$_EXTKEY] = [
    'title' => 'Local widgets',
    'description' => 'Carte des commerces, agenda, commande et messages : un élément de contenu pour chaque module. Map of shops, calendar, click and collect, messages: a content element for each.',
    'category' => 'fe',
    'state' => 'beta',
    'version' => '{{version}}',
    'constraints' => ['depends' => ['typo3' => '12.4.0-13.4.99']],
];
