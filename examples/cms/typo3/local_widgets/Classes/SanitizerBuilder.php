<?php

declare(strict_types=1);

namespace LocalWidgets\Typo3;

use TYPO3\CMS\Core\Html\DefaultSanitizerBuilder;
use TYPO3\HtmlSanitizer\Behavior;
use TYPO3\HtmlSanitizer\Builder\BuilderInterface;
use function LocalWidgets\widgets;

/** TYPO3's filter with the elements of widgets.json; by itself it shows an unknown tag as text. */
class SanitizerBuilder extends DefaultSanitizerBuilder implements BuilderInterface
{
    public function createBehavior(): Behavior
    {
        $tags = [];
        foreach (widgets() as $widget) {
            $own = array_map(
                static fn (string $name): Behavior\Attr => new Behavior\Attr($name),
                array_keys($widget['attributes'])
            );
            $tags[] = (new Behavior\Tag($widget['tag'], Behavior\Tag::ALLOW_CHILDREN))
                ->addAttrs(...$this->globalAttrs, ...$own);
        }
        return parent::createBehavior()->withName('local-widgets')->withTags(...$tags);
    }
}
