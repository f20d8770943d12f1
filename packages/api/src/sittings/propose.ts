import {
  clearRecognition, proposeManifest, recogniseFile,
  type FilePeek, type FileToImport, type LayerPeek, type ManifestEntryDraft, type ManifestProposal, type Profile, type Recognition,
} from '@woonzorgzones/files';
import type { KeptChoices } from '../schemas.ts';
import type { FileLook } from '../store/sittings.ts';

/** What one file of a sitting is used as, by the planner's word or by how it was recognised. */
export interface ProposedFile {
  readonly file: string;
  readonly look: FileLook;
  /** Every profile that fits, best first. */
  readonly recognitions: readonly Recognition[];
  readonly uses: readonly KeptUse[];
  /** Whether the planner said so. */
  readonly chosen: boolean;
}

export type KeptUse = KeptChoices['files'][string][number];

export interface Proposal {
  readonly files: readonly ProposedFile[];
  readonly manifest: ManifestProposal;
}

/** No choice made yet: everything is as it is recognised. */
export const noChoices: KeptChoices = { files: {}, municipality: null, referenceYear: null, inhabitants: null, spreadBy: null };

/** What the files of a sitting make together, by its choices and the profiles that are known now. */
export function proposeSitting(looked: readonly { readonly file: string; readonly look: FileLook }[], choices: KeptChoices, profiles: readonly Profile[]): Proposal {
  const files = looked.map(({ file, look }): ProposedFile => {
    const recognitions = 'peek' in look ? recogniseFile(look.peek, profiles) : [];
    const said = Object.hasOwn(choices.files, file) ? choices.files[file]! : null;
    return { file, look, recognitions, uses: said ?? clearUses(look, recognitions), chosen: said !== null };
  });
  const municipality = choices.municipality;
  const manifest = proposeManifest(
    files.flatMap((file) => filesToImport(file, profiles)),
    municipality,
    { ...(choices.referenceYear === null ? {} : { referenceYear: choices.referenceYear }), ...(choices.inhabitants === null ? {} : { totalInhabitants: choices.inhabitants }) },
  );
  return { files, manifest: withSpread(manifest, choices.spreadBy) };
}

function withSpread(proposal: ManifestProposal, spreadBy: KeptChoices['spreadBy']): ManifestProposal {
  const { manifest } = proposal;
  if (spreadBy === null || manifest === null) return proposal;
  return { ...proposal, manifest: { ...manifest, population: { ...manifest.population, spreadBy } } };
}

/** Of each layer the recognition that needs no asking. */
function clearUses(look: FileLook, recognitions: readonly Recognition[]): readonly KeptUse[] {
  if (!('peek' in look)) return [];
  return look.peek.layers.flatMap(({ layer }): KeptUse[] => {
    const clear = clearRecognition(recognitions.filter((recognition) => recognition.layer === layer));
    return clear === null ? [] : [{ as: 'profile', profile: clear.profile, layer }];
  });
}

function filesToImport({ look, uses, chosen, recognitions }: ProposedFile, profiles: readonly Profile[]): FileToImport[] {
  if (!('peek' in look)) return [];
  const { peek } = look;
  if (uses.length === 0) return chosen ? [] : [{ peek, chosen: null, mapping: null }];
  return uses.map((use): FileToImport => {
    if (use.as === 'mapping') return { peek: onlyLayer(peek, use.mapping.layer ?? null), chosen: null, mapping: entryOfUse(peek, use.mapping) };
    const recognised = recognitions.find(({ profile, layer }) => profile === use.profile && layer === use.layer) ?? recogniseAs(peek, use.profile, use.layer, profiles);
    return { peek: onlyLayer(peek, use.layer), chosen: recognised, mapping: null };
  });
}

/** A file (or layer) taken for one profile and no other; null when that profile does not fit it at all. */
export function recogniseAs(peek: FilePeek, profile: string, layer: string | null, profiles: readonly Profile[]): Recognition | null {
  const wanted = profiles.filter(({ id }) => id === profile);
  return recogniseFile(onlyLayer(peek, layer), wanted)[0] ?? null;
}

/** The entry of a manifest that a mapping by hand makes. */
export function entryOfUse({ format }: FilePeek, { municipality, ...mapping }: Extract<KeptUse, { as: 'mapping' }>['mapping']): ManifestEntryDraft {
  return { ...mapping, format, municipality };
}

function onlyLayer(peek: FilePeek, wanted: string | null): FilePeek {
  const layer = layerOf(peek, wanted);
  return layer === null ? peek : { ...peek, layers: [layer] };
}

/** The layer of this name; the only one where none is named. */
export function layerOf({ layers }: FilePeek, wanted: string | null): LayerPeek | null {
  return layers.find(({ layer }) => layer === wanted) ?? (wanted === null && layers.length === 1 ? layers[0]! : null);
}
