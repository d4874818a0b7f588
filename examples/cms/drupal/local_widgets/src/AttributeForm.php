<?php

namespace Drupal\local_widgets;

/**
 * A form from what widgets.json says of attributes.
 */
final class AttributeForm {

  private const TYPES = ['integer' => 'number', 'number' => 'number', 'date' => 'date', 'email' => 'email', 'tel' => 'tel'];

  /**
   * @param array $attributes
   *   As in widgets.php.
   * @param array $values
   *   What is set already, by attribute.
   * @param string $language
   *   `fr` or `en`.
   */
  public static function build(array $attributes, array $values, string $language): array {
    $form = [
      'basic' => ['#type' => 'details', '#open' => TRUE, '#title' => $language === 'fr' ? 'Réglages' : 'Settings'],
      'advanced' => ['#type' => 'details', '#title' => $language === 'fr' ? 'Réglages avancés' : 'Advanced settings'],
    ];
    foreach ($attributes as $name => $attribute) {
      $form[$attribute['group']][$name] = self::field($attribute, $values[$name] ?? NULL, $language);
    }
    return $form;
  }

  /**
   * What to keep: nothing empty.
   */
  public static function values(array $submitted): array {
    $values = array_map(fn ($value) => is_array($value) ? array_values(array_filter($value)) : $value, $submitted);
    return array_filter($values, fn ($value) => !in_array($value, [NULL, '', 0, FALSE, []], TRUE));
  }

  private static function field(array $attribute, $value, string $language): array {
    $field = [
      '#title' => $attribute['label'][$language],
      '#description' => $attribute['help'][$language],
      '#default_value' => $value,
    ];
    if ($attribute['type'] === 'boolean') {
      return ['#type' => 'checkbox'] + $field;
    }
    if (isset($attribute['enum']) && !isset($attribute['custom'])) {
      return self::choice($attribute, $field, $language);
    }
    return [
      '#type' => self::TYPES[$attribute['type']] ?? 'textfield',
      '#min' => $attribute['minimum'] ?? NULL,
      '#max' => $attribute['maximum'] ?? NULL,
      '#step' => $attribute['type'] === 'integer' ? 1 : 'any',
      '#maxlength' => 2048,
      '#placeholder' => $attribute['example'] ?? '',
    ] + $field;
  }

  private static function choice(array $attribute, array $field, string $language): array {
    $options = [];
    foreach ($attribute['enum'] as $option) {
      $options[$option['value']] = $option['label'][$language];
    }
    $usual = (string) $attribute['default'];
    $field['#default_value'] ??= $attribute['multiple'] ? [] : $usual;
    if (!$attribute['multiple'] && !isset($options[$usual])) {
      $options = ['' => '–'] + $options;
    }
    return ['#type' => 'select', '#multiple' => $attribute['multiple'], '#options' => $options] + $field;
  }

}
