import { borderMesh, type BorderMesh } from '../geo/coverage.ts';
import type { Municipality } from '../model/municipality.ts';

const meshes = new WeakMap<Municipality, BorderMesh>();

/** The borders of the blocks; a municipality never changes, so they are found once. */
export function blockMesh(municipality: Municipality): BorderMesh {
  let mesh = meshes.get(municipality);
  if (mesh === undefined) meshes.set(municipality, (mesh = borderMesh(municipality.blocks.map((block) => block.shape))));
  return mesh;
}
