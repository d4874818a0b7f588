<?php

use function LocalWidgets\widgets;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The settings of one widget in one place, kept together as JSON. */
class LocalWidgetsForm
{
    private const TITLES = [
        'fr' => ['displayHome' => 'Accueil', 'displayFooterProduct' => 'Page d’un produit', 'save' => 'Enregistrer',
            'shown' => 'Afficher', 'link' => 'Page équivalente, pour qui n’a pas JavaScript', 'yes' => 'Oui', 'no' => 'Non'],
        'en' => ['displayHome' => 'Home page', 'displayFooterProduct' => 'Page of a product', 'save' => 'Save',
            'shown' => 'Show', 'link' => 'Equivalent page, for people without JavaScript', 'yes' => 'Yes', 'no' => 'No'],
    ];

    private string $place;
    private string $name;
    private string $language;

    public function __construct(string $place, string $name, string $language)
    {
        $this->place = $place;
        $this->name = $name;
        $this->language = $language;
    }

    /** By attribute; nothing when the widget is not to be shown here. */
    public function values(): array
    {
        $values = json_decode((string) Configuration::get($this->key()), true);
        return is_array($values) && !empty($values['shown']) ? $values : [];
    }

    public function forget(): void
    {
        Configuration::deleteByName($this->key());
    }

    /** Saves what was sent, and gives the form. */
    public function handle(Module $module): string
    {
        $submit = 'submit' . $this->key();
        if (Tools::isSubmit($submit)) {
            $values = [];
            foreach ($this->names() as $name) {
                $value = Tools::getValue($this->field($name));
                if (is_array($value) ? $value !== [] : trim((string) $value) !== '') {
                    $values[$name] = $value;
                }
            }
            Configuration::updateValue($this->key(), json_encode($values));
        }
        $helper = new HelperForm();
        $helper->module = $module;
        $helper->token = Tools::getAdminTokenLite('AdminModules');
        $helper->currentIndex = AdminController::$currentIndex . '&configure=' . $module->name;
        $helper->submit_action = $submit;
        $helper->default_form_language = (int) Configuration::get('PS_LANG_DEFAULT');
        $kept = json_decode((string) Configuration::get($this->key()), true) ?: [];
        foreach ($this->names() as $name) {
            $isList = $this->isList($name);
            $helper->fields_value[$this->field($name) . ($isList ? '[]' : '')] = $kept[$name] ?? ($isList ? [] : '');
        }
        return $helper->generateForm([['form' => $this->form()]]);
    }

    private function form(): array
    {
        $words = self::TITLES[$this->language];
        $widget = widgets()[$this->name];
        $inputs = [$this->toggle('shown', $words['shown'], '')];
        foreach ($widget['attributes'] as $name => $attribute) {
            $inputs[] = $this->input($name, $attribute);
        }
        $inputs[] = ['type' => 'text', 'name' => $this->field('link'), 'label' => $words['link']];
        return [
            'legend' => ['title' => $words[$this->place] . ' : ' . $widget['label'][$this->language]],
            'input' => $inputs,
            'submit' => ['title' => $words['save']],
        ];
    }

    private function input(string $name, array $attribute): array
    {
        $label = $attribute['label'][$this->language];
        $help = $attribute['help'][$this->language];
        if ($attribute['type'] === 'boolean') {
            return $this->toggle($name, $label, $help);
        }
        $input = ['name' => $this->field($name), 'label' => $label, 'desc' => $help];
        if (!isset($attribute['enum']) || isset($attribute['custom'])) {
            return $input + ['type' => 'text', 'placeholder' => $attribute['example'] ?? ''];
        }
        $options = $attribute['multiple'] ? [] : [['id' => '', 'name' => '–']];
        foreach ($attribute['enum'] as $option) {
            if ($option['value'] !== '') {
                $options[] = ['id' => $option['value'], 'name' => $option['label'][$this->language]];
            }
        }
        return $input + [
            'type' => 'select',
            'multiple' => $attribute['multiple'],
            'options' => ['query' => $options, 'id' => 'id', 'name' => 'name'],
        ];
    }

    private function toggle(string $name, string $label, string $help): array
    {
        $words = self::TITLES[$this->language];
        return [
            'type' => 'switch',
            'name' => $this->field($name),
            'label' => $label,
            'desc' => $help,
            'is_bool' => true,
            'values' => [
                ['id' => $this->field($name) . '_on', 'value' => 1, 'label' => $words['yes']],
                ['id' => $this->field($name) . '_off', 'value' => 0, 'label' => $words['no']],
            ],
        ];
    }

    private function isList(string $name): bool
    {
        $attribute = widgets()[$this->name]['attributes'][$name] ?? [];
        return isset($attribute['enum']) && $attribute['multiple'] && !isset($attribute['custom']);
    }

    private function names(): array
    {
        return array_merge(['shown', 'link'], array_keys(widgets()[$this->name]['attributes']));
    }

    /** A name for PrestaShop has no hyphens. */
    private function key(): string
    {
        return 'LOCALWIDGETS_' . strtoupper(str_replace('-', '_', $this->place . '_' . $this->name));
    }

    private function field(string $name): string
    {
        return strtolower($this->key()) . '_' . str_replace('-', '_', $name);
    }
}
