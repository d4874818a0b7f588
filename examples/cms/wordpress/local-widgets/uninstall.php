<?php
// The plugin keeps one thing, and takes it along when it goes.
if (!defined('WP_UNINSTALL_PLUGIN')) {
    exit;
}
delete_option('local_widgets_hub');
