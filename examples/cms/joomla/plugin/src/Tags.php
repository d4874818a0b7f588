<?php

namespace LocalWidgets\Joomla;

use function LocalWidgets\local_widget;

/** `{local_shops_map src="commerces.csv" radius-km=15 compact}` in a text. */
final class Tags
{
    private const VALUE = '(?:"[^"{}]*"|[^\s"{}]+)';
    private const TAG = '/\{(local_[a-z_]+)((?:\s+[a-z][a-z_-]*(?:=' . self::VALUE . ')?)*)\s*\}/';

    /** @param array $options of `local_widget` */
    public static function replace(string $text, array $options): string
    {
        if (strpos($text, '{local_') === false) {
            return $text;
        }
        return preg_replace_callback('/\{local_[a-z_]+[^{}]*\}/', function (array $found) use ($options): string {
            // editors write quotes and spaces as they like
            $tag = html_entity_decode(str_replace('&nbsp;', ' ', strip_tags($found[0])), ENT_QUOTES, 'UTF-8');
            if (!preg_match(self::TAG, $tag, $parts)) {
                return $found[0];
            }
            $values = self::values($parts[2]);
            $own = ['link' => $values['link'] ?? '', 'text' => $values['text'] ?? ''];
            return local_widget($parts[1], $values, $own + $options) ?: $found[0];
        }, $text);
    }

    private static function values(string $text): array
    {
        $values = [];
        preg_match_all('/([a-z][a-z_-]*)(?:=(' . self::VALUE . '))?/', $text, $found, PREG_SET_ORDER);
        foreach ($found as $one) {
            $values[$one[1]] = isset($one[2]) ? trim($one[2], '"') : true;
        }
        return $values;
    }
}
