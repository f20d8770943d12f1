import type { FileUse, SittingChoices, SittingReply } from '@woonzorgzones/api/schemas';

/** A layer of a file: the file itself where it has only one. */
export interface LayerOfFile {
  readonly file: string;
  readonly layer: string | null;
}

export const layerOfUse = (use: FileUse): string | null => (use.as === 'profile' ? use.layer : (use.mapping.layer ?? null));

/** The choices with this layer used otherwise, or with null not at all; other layers stay as they are used now. */
export function withLayerAs({ files, choices }: SittingReply, { file, layer }: LayerOfFile, use: FileUse | null): Pick<SittingChoices, 'files'> {
  const now = files.find((one) => one.file === file)?.uses ?? [];
  const others = now.filter((one) => layerOfUse(one) !== layer);
  return { files: { ...choices.files, [file]: use === null ? others : [...others, use] } };
}

/** Of several files for one role this one; the layers by which the others had that role are left out. */
export function withOnly({ files, choices }: SittingReply, among: readonly string[], chosen: string): Pick<SittingChoices, 'files'> {
  const others: SittingChoices['files'] = Object.fromEntries(files.filter(({ file }) => file !== chosen && among.includes(file)).map(({ file }) => [file, []]));
  return { files: { ...choices.files, ...others } };
}
