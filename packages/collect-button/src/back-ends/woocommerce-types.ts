/**
 * What we read of WooCommerce's Store API (docs/apis/store-api in woocommerce/woocommerce). Amounts are
 * text in the smallest unit of the currency.
 */
export interface WooProduct {
  readonly id: number;
  readonly name: string;
  readonly short_description: string;
  readonly prices: WooPrices & {readonly price: string};
  readonly images: readonly {readonly thumbnail: string; readonly alt: string}[];
  readonly categories?: readonly {readonly name: string}[];
  readonly has_options: boolean;
  readonly is_purchasable: boolean;
  readonly is_in_stock: boolean;
  readonly low_stock_remaining: number | null;
  readonly add_to_cart?: {readonly maximum?: number};
}

export interface WooPrices {
  readonly currency_code: string;
  readonly currency_minor_unit: number;
}

export interface WooRate {
  readonly rate_id: string;
  readonly name: string;
  readonly method_id: string;
  readonly price: string;
  readonly meta_data: readonly {readonly key: string; readonly value: string}[];
}

export interface WooCart {
  readonly totals: WooPrices & {readonly total_price: string};
  readonly shipping_rates: readonly {
    readonly package_id: number | string;
    readonly shipping_rates: readonly WooRate[];
  }[];
  readonly payment_methods: readonly string[];
}

/** The draft made by `GET /checkout`, and what `POST /checkout` makes of it. */
export interface WooCheckout {
  readonly order_id: number;
  readonly order_number?: string;
  readonly order_key: string;
  readonly status: string;
  readonly payment_result?: {readonly redirect_url?: string} | null;
}

/** `GET /order/{id}`. */
export interface WooOrder {
  readonly id: number;
  readonly status: string;
}
