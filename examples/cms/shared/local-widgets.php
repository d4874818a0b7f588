<?php
/**
 * The markup of a widget. This file and widgets.php beside it, written from widgets.json, are the same in the
 * plugins of all systems; what is particular to a system is outside.
 */

namespace LocalWidgets;

/** What widgets.json says, as far as a page needs it. */
function description(): array
{
    static $description;
    return $description ??= require __DIR__ . '/widgets.php';
}

/** All widgets by name: `shops-map`, `event-calendar`… */
function widgets(): array
{
    return description()['widgets'];
}

/** `fr` for any French, `en` for all others: of `fr_FR`, `fr-CA`, `fr`. */
function language(string $locale): string
{
    return preg_match('/^fr(?![a-z])/i', $locale) ? 'fr' : 'en';
}

/**
 * A widget as an element, or as the `div` that sanitisers keep and the script tag turns into one.
 *
 * @param string $name `shops-map`; `local-shops-map` and `local_shops_map` are the same
 * @param array $values by attribute, written with hyphens or underscores; lists where several are allowed.
 *     What the widget does not have is left out
 * @param array $options `lang` of the text inside, `link` of the page with the same content for readers without
 *     JavaScript, `text` of that link, `hub` where $values has none, `form`: `element` or `div`
 * @return string nothing for a widget that there is not
 */
function local_widget(string $name, array $values, array $options = []): string
{
    $name = preg_replace('/^local-/', '', hyphens($name));
    $widget = widgets()[$name] ?? null;
    if ($widget === null) {
        return '';
    }
    $attributes = attributes($widget, $values, $options['hub'] ?? '');
    $inside = fallback($widget, $attributes, $options);
    if (($options['form'] ?? 'element') === 'div') {
        $form = description()['forms']['div'];
        $tag = 'div';
        $start = ' ' . $form['nameAttribute'] . '="' . escape($name) . '"';
        $prefix = $form['attributePrefix'];
    } else {
        $tag = $widget['tag'];
        $start = $prefix = '';
    }
    foreach ($attributes as $attribute => $value) {
        $start .= ' ' . $prefix . $attribute . '="' . escape($value) . '"';
    }
    return "<$tag$start>$inside</$tag>";
}

/** The script tag. @param string $base address of the folder where this file is, as browsers see it */
function script_tag(string $base): string
{
    return '<script type="module" src="' . escape(rtrim($base, '/') . '/' . script_path()) . '"></script>';
}

/** The file of the script tag, from the folder where this file is. */
function script_path(): string
{
    return description()['folder'] . '/' . description()['loader']['file'];
}

/** Whether a page has something for the script to do. */
function has_widget(string $html): bool
{
    $forms = description()['forms'];
    $signs = array_column(widgets(), 'tag');
    $signs[] = $forms['div']['nameAttribute'];
    $signs[] = $forms['link']['className'] . '"';
    foreach ($signs as $sign) {
        if (strpos($html, $sign) !== false) {
            return true;
        }
    }
    return false;
}

/** The attributes to write: those that the widget has, that are not empty, and not what holds anyway. */
function attributes(array $widget, array $values, string $hub = ''): array
{
    $given = [];
    foreach ($values as $name => $value) {
        $given[hyphens((string) $name)] = $value;
    }
    if ($hub !== '' && trim((string) ($given['hub'] ?? '')) === '') {
        $given['hub'] = $hub;
    }
    $attributes = [];
    foreach ($widget['attributes'] as $name => $attribute) {
        $value = text($attribute, $given[$name] ?? null);
        // a boolean that is there is an empty text, as is "false" in PHP
        $isUsual = $attribute['type'] !== 'boolean' && $value === (string) $attribute['default'];
        if ($value !== null && !$isUsual) {
            $attributes[$name] = $value;
        }
    }
    return $attributes;
}

/** The value as it stands in the page; null to leave the attribute out. */
function text(array $attribute, $value): ?string
{
    if ($attribute['type'] === 'boolean') {
        $isOff = $value === null || $value === false
            || (is_scalar($value) && in_array(strtolower(trim((string) $value)), NO, true));
        return $isOff ? null : '';
    }
    if (is_array($value)) {
        $value = implode($attribute['separator'] ?? ' ', array_filter($value, 'is_scalar'));
    }
    $value = is_scalar($value) && !is_bool($value) ? trim((string) $value) : '';
    return $value === '' ? null : $value;
}

/** How people switch something off that is written as text. An empty value is on, as in HTML. */
const NO = ['false', '0', 'no', 'non', 'off'];

/** What stands inside until the widget lives, and where it cannot: a link, if there is somewhere to go. */
function fallback(array $widget, array $attributes, array $options): string
{
    $text = trim((string) ($options['text'] ?? ''));
    if ($text === '') {
        $text = $widget['fallback'][$options['lang'] ?? 'fr'] ?? $widget['fallback']['en'];
    }
    $link = address((string) ($options['link'] ?? '')) ?: ownAddress($attributes);
    return $link === '' ? escape($text) : '<a href="' . escape($link) . '">' . escape($text) . '</a>';
}

/** Where the attributes themselves lead to. */
function ownAddress(array $attributes): string
{
    if (isset($attributes['phone'])) {
        return 'tel:' . preg_replace('/[^+\d]/', '', $attributes['phone']);
    }
    if (isset($attributes['email'])) {
        return address('mailto:' . $attributes['email']);
    }
    $first = explode(' ', $attributes['src'] ?? '')[0];
    return address(preg_replace('/^webcal:/i', 'https:', $first));
}

/** The address, if it is one to follow: of this site, or of the web, mail and telephone. */
function address(string $address): string
{
    $address = trim($address);
    // what browsers leave out of an address may hide its scheme
    $seen = preg_replace('/[\x00-\x20]/', '', $address);
    return preg_match('#^(?:https?:|mailto:|tel:|[^:]*(?:[/?\#]|$))#i', $seen) ? $address : '';
}

function hyphens(string $name): string
{
    return str_replace('_', '-', strtolower($name));
}

function escape(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}
