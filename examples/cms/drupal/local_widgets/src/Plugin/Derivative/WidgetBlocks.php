<?php

namespace Drupal\local_widgets\Plugin\Derivative;

use Drupal\Component\Plugin\Derivative\DeriverBase;
use function LocalWidgets\language;
use function LocalWidgets\widgets;

require_once __DIR__ . '/../../../local-widgets/local-widgets.php';

/**
 * A block for each widget of widgets.json.
 */
class WidgetBlocks extends DeriverBase {

  /**
   * {@inheritdoc}
   */
  public function getDerivativeDefinitions($base_plugin_definition): array {
    $language = language(\Drupal::languageManager()->getCurrentLanguage()->getId());
    foreach (widgets() as $name => $widget) {
      $this->derivatives[$name] = ['admin_label' => $widget['label'][$language]] + $base_plugin_definition;
    }
    return $this->derivatives;
  }

}
