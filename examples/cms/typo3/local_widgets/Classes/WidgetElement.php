<?php

declare(strict_types=1);

namespace LocalWidgets\Typo3;

use Psr\Http\Message\ServerRequestInterface;
use TYPO3\CMS\Core\Page\AssetCollector;
use TYPO3\CMS\Core\Service\FlexFormService;
use TYPO3\CMS\Frontend\ContentObject\ContentObjectRenderer;
use function LocalWidgets\language;
use function LocalWidgets\local_widget;
use function LocalWidgets\script_path;
use function LocalWidgets\widgets;

/** A content element: from its FlexForm to markup. */
final class WidgetElement
{
    private ?ContentObjectRenderer $content = null;

    public function __construct(
        private readonly FlexFormService $flexForms,
        private readonly AssetCollector $assets,
    ) {}

    /** Called by TYPO3 before `render`. */
    public function setContentObjectRenderer(ContentObjectRenderer $content): void
    {
        $this->content = $content;
    }

    /** @param array $settings of TypoScript; `widget` is the name */
    public function render(string $before, array $settings, ServerRequestInterface $request): string
    {
        $this->assets->addJavaScript(
            'local-widgets',
            'EXT:local_widgets/Resources/Public/' . script_path(),
            ['type' => 'module']
        );
        $form = (string) ($this->content->data['pi_flexform'] ?? '');
        // "attributes.radius-km" of the FlexForm has become a list in a list
        $values = $this->flexForms->convertFlexFormContentToArray($form);
        $locale = (string) ($request->getAttribute('language')?->getLocale() ?? 'fr');
        $name = (string) $settings['widget'];
        return local_widget($name, self::listed($name, (array) ($values['attributes'] ?? [])), [
            'lang' => language($locale),
            'link' => (string) ($values['link'] ?? ''),
        ]);
    }

    /** TYPO3 keeps a choice of several with commas. */
    private static function listed(string $name, array $values): array
    {
        foreach (widgets()[$name]['attributes'] ?? [] as $key => $attribute) {
            $isChoice = isset($attribute['enum']) && $attribute['multiple'] && !isset($attribute['custom']);
            if ($isChoice && is_string($values[$key] ?? null)) {
                $values[$key] = explode(',', $values[$key]);
            }
        }
        return $values;
    }

    public static function typeOf(array $widget): string
    {
        return 'localwidgets_' . str_replace('-', '_', $widget['tag']);
    }
}
