/** What the list of municipalities says of a dataset. */
export interface DatasetHeader {
  readonly hash: string;
  readonly code: string;
  readonly name: string;
  readonly fictitious: boolean;
  readonly year: number;
  readonly inhabitants: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}

/** A municipality as it is kept: immutable, named by the hash of its content. */
export interface Dataset extends DatasetHeader {
  readonly bytes: Uint8Array;
  /** What the import took, repaired and refused, as JSON. */
  readonly verdict: string;
  /** Key of the files it was made from, so that the same files need not be read again. */
  readonly inputKey: string;
}
