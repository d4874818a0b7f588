<?php

namespace LocalWidgets\Joomla\Extension;

use Joomla\CMS\Plugin\CMSPlugin;
use Joomla\CMS\Uri\Uri;
use Joomla\Event\Event;
use Joomla\Event\SubscriberInterface;
use LocalWidgets\Joomla\Tags;
use function LocalWidgets\has_widget;
use function LocalWidgets\language;
use function LocalWidgets\script_path;

defined('_JEXEC') or die;

require_once dirname(__DIR__, 2) . '/local-widgets/local-widgets.php';

/** Puts widgets in place of `{local_shops_map src=…}`, after Joomla's filter, which knows no tag with a hyphen. */
final class LocalWidgets extends CMSPlugin implements SubscriberInterface
{
    public static function getSubscribedEvents(): array
    {
        return ['onContentPrepare' => 'prepare'];
    }

    public function prepare(Event $event): void
    {
        [$context, $item] = array_values($event->getArguments());
        // what goes into the index of searches is no page
        if ($context === 'com_finder.indexer' || !is_object($item) || !is_string($item->text ?? null)) {
            return;
        }
        $item->text = Tags::replace($item->text, [
            'lang' => language($this->getApplication()->getLanguage()->getTag()),
            'hub' => (string) $this->params->get('hub', ''),
        ]);
        if (has_widget($item->text)) {
            self::needScript($this->getApplication()->getDocument());
        }
    }

    /** Also for the module. */
    public static function needScript($document): void
    {
        $address = Uri::root(true) . '/media/plg_content_localwidgets/' . script_path();
        $document->getWebAssetManager()->registerAndUseScript('local-widgets', $address, [], ['type' => 'module']);
    }
}
