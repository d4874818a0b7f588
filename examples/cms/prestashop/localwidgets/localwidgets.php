<?php
/**
 * Local widgets for PrestaShop 1.7.8 to 9: a map or a calendar on the home page, orders or messages on the page of a
 * product. PrestaShop's editor lets no tag of ours pass, so hooks put them there.
 */

use function LocalWidgets\language;
use function LocalWidgets\local_widget;
use function LocalWidgets\script_tag;
use function LocalWidgets\widgets;

if (!defined('_PS_VERSION_')) {
    exit;
}

require_once __DIR__ . '/local-widgets/local-widgets.php';
require_once __DIR__ . '/classes/LocalWidgetsForm.php';

class LocalWidgets extends Module
{
    /** Which widgets may stand where. */
    private const PLACES = [
        'displayHome' => ['shops-map', 'event-calendar', 'chat'],
        'displayFooterProduct' => ['collect-button', 'chat'],
    ];

    public function __construct()
    {
        $this->name = 'localwidgets';
        $this->tab = 'front_office_features';
        $this->version = '{{version}}';
        $this->author = 'local-widgets';
        $this->bootstrap = true;
        $this->ps_versions_compliancy = ['min' => '1.7.8.0', 'max' => '9.99.99'];
        parent::__construct();
        $isFrench = $this->language() === 'fr';
        $this->displayName = 'Local widgets';
        $this->description = $isFrench
            ? 'Carte des commerces, agenda, commande et messages.'
            : 'Map of shops, calendar, click and collect, messages.';
    }

    public function install(): bool
    {
        return parent::install() && $this->registerHook(array_merge(['displayHeader'], array_keys(self::PLACES)));
    }

    public function uninstall(): bool
    {
        foreach ($this->forms() as $form) {
            $form->forget();
        }
        return parent::uninstall();
    }

    public function hookDisplayHeader(): string
    {
        $isUsed = array_filter($this->forms(), fn ($form) => $form->values() !== []);
        return $isUsed ? script_tag($this->_path . 'local-widgets') : '';
    }

    public function hookDisplayHome(): string
    {
        return $this->show('displayHome', []);
    }

    public function hookDisplayFooterProduct(array $params): string
    {
        $reference = (string) ($params['product']['reference'] ?? '');
        return $this->show('displayFooterProduct', $reference === '' ? [] : ['product' => $reference]);
    }

    /** The page of settings. */
    public function getContent(): string
    {
        $html = '';
        foreach ($this->forms() as $form) {
            $html .= $form->handle($this);
        }
        return $html;
    }

    private function show(string $place, array $more): string
    {
        $html = '';
        foreach (self::PLACES[$place] as $name) {
            $values = (new LocalWidgetsForm($place, $name, $this->language()))->values();
            if ($values !== []) {
                $html .= local_widget($name, $values + $more, [
                    'lang' => $this->language(),
                    'link' => (string) ($values['link'] ?? ''),
                ]);
            }
        }
        return $html;
    }

    /** @return LocalWidgetsForm[] */
    private function forms(): array
    {
        $forms = [];
        foreach (self::PLACES as $place => $names) {
            foreach (array_intersect($names, array_keys(widgets())) as $name) {
                $forms[] = new LocalWidgetsForm($place, $name, $this->language());
            }
        }
        return $forms;
    }

    private function language(): string
    {
        return language((string) ($this->context->language->iso_code ?? Language::getIsoById((int) Configuration::get('PS_LANG_DEFAULT'))));
    }
}
