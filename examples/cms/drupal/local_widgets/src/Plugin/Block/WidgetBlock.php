<?php

namespace Drupal\local_widgets\Plugin\Block;

use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Render\Markup;
use Drupal\local_widgets\AttributeForm;
use function LocalWidgets\language;
use function LocalWidgets\local_widget;
use function LocalWidgets\widgets;

require_once __DIR__ . '/../../../local-widgets/local-widgets.php';

/**
 * A widget as a block.
 *
 * @Block(
 *   id = "local_widget",
 *   admin_label = "Local widget",
 *   category = "Local widgets",
 *   deriver = "Drupal\local_widgets\Plugin\Derivative\WidgetBlocks"
 * )
 */
class WidgetBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return ['attributes' => [], 'link' => ''];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $attributes = widgets()[$this->getDerivativeId()]['attributes'];
    $form += AttributeForm::build($attributes, $this->configuration['attributes'], $this->language());
    $form['link'] = [
      '#type' => 'textfield',
      '#maxlength' => 2048,
      '#title' => $this->language() === 'fr' ? 'Page équivalente' : 'Equivalent page',
      '#description' => $this->language() === 'fr'
        ? 'Page ou fichier que l’on propose à qui n’a pas JavaScript.'
        : 'Page or file that is offered to people without JavaScript.',
      '#default_value' => $this->configuration['link'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    $this->configuration['attributes'] = AttributeForm::values([
      ...(array) $form_state->getValue('basic'),
      ...(array) $form_state->getValue('advanced'),
    ]);
    $this->configuration['link'] = trim((string) $form_state->getValue('link'));
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $html = local_widget($this->getDerivativeId(), $this->configuration['attributes'], [
      'lang' => $this->language(),
      'link' => $this->configuration['link'],
    ]);
    return [
      // Everything in it was escaped, and Drupal's filter knows no elements of ours.
      '#markup' => Markup::create($html),
      '#attached' => ['library' => ['local_widgets/loader']],
      '#cache' => ['contexts' => ['languages:language_interface']],
    ];
  }

  /**
   * The language of the page: `fr` or `en`.
   */
  private function language(): string {
    return language(\Drupal::languageManager()->getCurrentLanguage()->getId());
  }

}
