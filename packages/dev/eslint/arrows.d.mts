export declare const SERVED: Readonly<Record<string, readonly string[]>>;
export declare const ARROWS: Readonly<Record<string, readonly string[]>>;
