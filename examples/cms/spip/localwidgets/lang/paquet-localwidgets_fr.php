<?php
return [
    'localwidgets_slogan' => 'Carte des commerces, agenda, commande et messages',
    'localwidgets_description' => 'Un modèle pour chaque module de local-widgets. Les scripts sont dans le plugin ; il ne dépose aucun cookie.',
];
