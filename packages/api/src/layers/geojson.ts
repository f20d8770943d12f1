interface LayerFeature<G, P> {
  readonly id?: string;
  readonly geometry: G;
  readonly properties: P;
}

/** A feature that bears the id of the thing it shows, where that has one. */
export const feature = <G, P extends object>(geometry: G, properties: P): LayerFeature<G, P> =>
  ('id' in properties && typeof properties.id === 'string' ? { id: properties.id, geometry, properties } : { geometry, properties });
