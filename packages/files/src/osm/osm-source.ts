/** Tags of one object; keys and values as in the file. */
export type Tags = Readonly<Record<string, string | undefined>>;

export interface RelationMember {
  readonly kind: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

/** What a reader calls for each object it meets; kinds without a method are skipped over unread. */
export interface OsmVisitor {
  node?(id: number, longitude: number, latitude: number, tags: Tags): void;
  way?(id: number, nodes: readonly number[], tags: Tags): void;
  relation?(id: number, members: readonly RelationMember[], tags: Tags): void;
}

/** Why a file cannot be read as OpenStreetMap. `atByte` is where reading stopped. */
export type OsmProblem =
  | { readonly code: 'osm-empty' }
  | { readonly code: 'osm-unknown-format' }
  | { readonly code: 'osm-truncated'; readonly atByte: number }
  | { readonly code: 'osm-damaged'; readonly atByte: number }
  | { readonly code: 'osm-needs-feature'; readonly feature: string }
  | { readonly code: 'osm-compression-unknown'; readonly compression: string }
  | { readonly code: 'osm-too-large'; readonly bytes: number };

/** A file that can be gone through several times: streets first, then only the nodes they use. */
export interface OsmSource {
  /** Calls the visitor for every object, in the order of the file; null when the file was read to its end. */
  visit(visitor: OsmVisitor): OsmProblem | null;
}

export const noTags: Tags = Object.freeze(Object.create(null) as Record<string, string>);
