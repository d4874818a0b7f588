// The entries of this package are types only; this is what importing one of them runs.
export {};
