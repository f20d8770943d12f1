import { problemOf } from '../problem.ts';
import type { SittingReply, SittingSummary } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import type { SittingHeader } from '../store/sittings.ts';
import type { ProposedFile } from './propose.ts';
import type { OpenSitting, SittingState } from './sittings.ts';

export function sittingReply({ kept, profiles, proposal, state, problem }: OpenSitting): Plain<SittingReply> {
  const names = new Map(profiles.map(({ profile }) => [profile.id, profile.name]));
  const bytes = new Map(kept.files.map((row) => [row.file, row.bytes]));
  const { municipality, referenceYear, manifest, questions } = proposal.manifest;
  return {
    id: kept.id,
    revision: kept.revision,
    createdAt: kept.createdAt,
    changedAt: kept.changedAt,
    expiresAt: kept.expiresAt,
    files: proposal.files.map((file) => fileReply(file, bytes.get(file.file) ?? 0, names)),
    choices: kept.choices,
    proposal: { municipality, referenceYear, spreadBy: manifest?.population.spreadBy ?? kept.choices.spreadBy, questions },
    state,
    job: kept.run?.job ?? null,
    problem: problem === null ? null : problemOf(problem),
  };
}

function fileReply({ file, look, recognitions, uses, chosen }: ProposedFile, bytes: number, names: ReadonlyMap<string, string>): Plain<SittingReply['files'][number]> {
  const peek = 'peek' in look ? look.peek : null;
  return {
    file,
    bytes,
    partOf: 'partOf' in look ? look.partOf : null,
    format: peek?.format ?? null,
    encoding: peek?.encoding ?? null,
    delimiter: peek?.delimiter ?? null,
    layers: peek?.layers.map(({ layer, columns, geometry, crs, rowCount }) => ({ layer, columns, geometry, crs, rowCount })) ?? [],
    problem: 'problem' in look ? problemOf({ code: 'import-refused', problems: [look.problem] }) : null,
    recognitions: recognitions.map(({ profile, layer, score, entry: { role, referenceDate, licence, attribution }, why, missing }) =>
      ({ profile, name: names.get(profile) ?? profile, layer, role, score, referenceDate, licence, attribution, why, missing })),
    uses,
    chosen,
  };
}

export const sittingSummary = ({ id, createdAt, changedAt, expiresAt, files, choices, state }: SittingHeader & { readonly files: number; readonly state: SittingState }): Plain<SittingSummary> => ({
  id, createdAt, changedAt, expiresAt, files, state,
  municipality: choices.municipality === null ? null : { code: choices.municipality.code, name: choices.municipality.name },
});
