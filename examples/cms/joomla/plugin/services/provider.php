<?php

use Joomla\CMS\Extension\PluginInterface;
use Joomla\CMS\Factory;
use Joomla\CMS\Plugin\PluginHelper;
use Joomla\DI\Container;
use Joomla\DI\ServiceProviderInterface;
use Joomla\Event\DispatcherInterface;
use LocalWidgets\Joomla\Extension\LocalWidgets;

defined('_JEXEC') or die;

return new class () implements ServiceProviderInterface {
    public function register(Container $container): void
    {
        $container->set(PluginInterface::class, function (Container $container) {
            $config = (array) PluginHelper::getPlugin('content', 'localwidgets');
            $plugin = new LocalWidgets($container->get(DispatcherInterface::class), $config);
            $plugin->setApplication(Factory::getApplication());
            return $plugin;
        });
    }
};
