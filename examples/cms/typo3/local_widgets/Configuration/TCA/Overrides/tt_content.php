<?php

use LocalWidgets\Typo3\WidgetElement;
use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') or die();

require_once __DIR__ . '/../../../Resources/Private/Php/local-widgets.php';

(static function (): void {
    $texts = 'LLL:EXT:local_widgets/Resources/Private/Language/locallang.xlf:';
    foreach (LocalWidgets\widgets() as $name => $widget) {
        $type = WidgetElement::typeOf($widget);
        ExtensionManagementUtility::addTcaSelectItem('tt_content', 'CType', [
            'label' => "$texts$name",
            'description' => "$texts$name.description",
            'value' => $type,
            'icon' => 'content-plugin',
            'group' => 'plugins',
        ]);
        $GLOBALS['TCA']['tt_content']['ctrl']['typeicon_classes'][$type] = 'content-plugin';
        $GLOBALS['TCA']['tt_content']['types'][$type] = [
            'showitem' => '--div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:general, --palette--;;general, --palette--;;headers, pi_flexform,'
                . ' --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:access, --palette--;;hidden, --palette--;;access',
        ];
        ExtensionManagementUtility::addPiFlexFormValue('*', "FILE:EXT:local_widgets/Configuration/FlexForms/$name.xml", $type);
    }
})();
