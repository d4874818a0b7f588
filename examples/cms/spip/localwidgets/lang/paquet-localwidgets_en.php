<?php
return [
    'localwidgets_slogan' => 'Map of shops, calendar, click and collect, messages',
    'localwidgets_description' => 'A model for each widget of local-widgets. The scripts come with the plugin; it sets no cookie.',
];
