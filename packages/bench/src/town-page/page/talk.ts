/** The shop and the chats, as the page that embeds them starts them. */
interface DeepChat extends HTMLElement {
  history: readonly {readonly role: string; readonly text: string}[];
  introMessage: {readonly text: string};
  connect: {readonly url: string};
}

interface ShopifyBuy {
  buildClient(options: {readonly domain: string; readonly storefrontAccessToken: string}): unknown;
  readonly UI: {init(client: unknown): unknown};
}

const CONNECT = {url: '/peers/talk'};

const inline = document.querySelector('deep-chat') as DeepChat;
inline.connect = CONNECT;
inline.history = [];

for (const button of document.querySelectorAll<HTMLElement>('[data-chat]')) {
  let panel: DeepChat | undefined;
  button.addEventListener('click', () => {
    if (!panel) {
      panel = document.createElement('deep-chat') as DeepChat;
      panel.connect = CONNECT;
      panel.introMessage = {text: 'Bonjour. Que peut-on faire pour vous ?'};
      panel.className = 'panel';
      button.after(panel);
      return;
    }
    panel.hidden = !panel.hidden;
    panel.style.display = panel.hidden ? 'none' : '';
  });
}

// nothing is asked of the shop before somebody orders, which favours the peer
const {ShopifyBuy: shop} = window as unknown as {readonly ShopifyBuy: ShopifyBuy};
shop.UI.init(shop.buildClient({domain: 'shop.example', storefrontAccessToken: 'none'}));
