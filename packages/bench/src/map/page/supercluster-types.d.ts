declare module 'supercluster' {
  interface Found {
    readonly geometry: {readonly coordinates: readonly [number, number]};
    readonly properties: Readonly<Record<string, unknown>>;
  }

  /** The part of supercluster that is measured. */
  export default class Supercluster {
    constructor(options: {radius: number; extent: number; maxZoom: number});
    load(features: readonly Found[]): this;
    getClusters(box: readonly number[], zoom: number): Found[];
  }
}
