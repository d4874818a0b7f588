<?php

use LocalWidgets\Typo3\SanitizerBuilder;
use LocalWidgets\Typo3\WidgetElement;
use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') or die();

require_once __DIR__ . '/Resources/Private/Php/local-widgets.php';

(static function (): void {
    $typoScript = '';
    foreach (LocalWidgets\widgets() as $name => $widget) {
        $type = WidgetElement::typeOf($widget);
        $typoScript .= "tt_content.$type = USER\n"
            . "tt_content.$type.userFunc = " . WidgetElement::class . "->render\n"
            . "tt_content.$type.widget = $name\n";
    }
    ExtensionManagementUtility::addTypoScript('local_widgets', 'setup', $typoScript, 'defaultContentRendering');
    // texts may have our elements; what another extension set is left alone
    $GLOBALS['TYPO3_CONF_VARS']['SYS']['htmlSanitizer']['default'] ??= SanitizerBuilder::class;
    if ($GLOBALS['TYPO3_CONF_VARS']['SYS']['htmlSanitizer']['default'] === \TYPO3\CMS\Core\Html\DefaultSanitizerBuilder::class) {
        $GLOBALS['TYPO3_CONF_VARS']['SYS']['htmlSanitizer']['default'] = SanitizerBuilder::class;
    }
})();
