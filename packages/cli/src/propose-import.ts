import { noChoices, proposeSitting, shapefileParts, type FileLook, type ImportSource, type KeptChoices, type KnownProfile, type Proposal } from '@woonzorgzones/api';
import { importProblemSentence, importQuestionSentence, roleWords } from '@woonzorgzones/core/report';
import { peekFile } from '@woonzorgzones/files';
import { CommandFailure } from './command-failure.ts';
import type { DroppedFiles } from './dropped-files.ts';
import type { ImportOptions } from './import-options.ts';
import { UsageError } from './usage-error.ts';

/** Files that were recognised, or what is still open about them. */
export type ProposedImport =
  | { readonly kind: 'complete'; readonly source: ImportSource; readonly recognised: readonly string[] }
  | { readonly kind: 'open'; readonly recognised: readonly string[]; readonly questions: readonly string[] };

/** What a set of files makes by the profiles, as a manifest; the same as the screen proposes. */
export async function proposeImport(files: DroppedFiles, options: ImportOptions, known: readonly KnownProfile[]): Promise<ProposedImport> {
  const names = files.names.filter((name) => !options.without.has(name));
  const unknown = [...options.without, ...options.profiles.keys()].find((name) => !files.names.includes(name));
  if (unknown !== undefined) throw new UsageError(`Er is geen bestand ${unknown}. De bestanden zijn: ${files.names.join(', ')}.`);
  const parts = shapefileParts(names);
  const looked: { readonly file: string; readonly look: FileLook }[] = [];
  for (const file of names) {
    const partOf = parts.get(file);
    const peek = partOf === undefined ? await peekFile(file, files.open) : null;
    looked.push({ file, look: partOf !== undefined ? { partOf } : peek?.ok === true ? { peek: peek.value } : { problem: { ...peek!.error, file } } });
  }
  const profiles = known.map(({ profile }) => profile);
  const propose = (municipality: KeptChoices['municipality']): Proposal =>
    proposeSitting(looked, { ...noChoices, municipality, referenceYear: options.year, inhabitants: options.inhabitants, files: forced(looked, options, known) }, profiles);

  const first = propose(null);
  const proposal = options.municipality === null ? first : propose(municipalityOf(options.municipality, first));
  const recognised = recognitions(proposal, known);
  const unreadable = looked.flatMap(({ look }) => ('problem' in look ? [importProblemSentence(look.problem, 'nl')] : []));
  const { manifest, questions } = proposal.manifest;
  if (manifest === null || unreadable.length > 0) return { kind: 'open', recognised, questions: [...unreadable, ...questions.map((question) => importQuestionSentence(question, 'nl'))] };
  return { kind: 'complete', source: { manifest: new TextEncoder().encode(JSON.stringify(manifest)), openFile: files.open }, recognised };
}

/** The uses the command line forces: the profile on every layer of its file that it can read. */
function forced(looked: readonly { readonly file: string; readonly look: FileLook }[], { profiles }: ImportOptions, known: readonly KnownProfile[]): KeptChoices['files'] {
  return Object.fromEntries([...profiles].map(([file, id]) => {
    if (!known.some(({ profile }) => profile.id === id)) throw new UsageError(`Er is geen profiel ${id}. “wzz profielen” toont ze.`);
    const look = looked.find((one) => one.file === file)?.look;
    const only = known.flatMap(({ profile }) => (profile.id === id ? [profile] : []));
    const fits = look === undefined ? [] : proposeSitting([{ file, look }], noChoices, only).files[0]?.recognitions ?? [];
    if (fits.length === 0) throw new CommandFailure(`${file} heeft niet de kolommen van het profiel ${id}. Koppel de kolommen op het scherm Gegevens.`);
    return [file, fits.map(({ layer }) => ({ as: 'profile' as const, profile: id, layer }))];
  }));
}

/** "71016 Genk", or a code or name that the files themselves speak of. */
function municipalityOf(given: string, { manifest: { municipality, questions } }: Proposal): NonNullable<KeptChoices['municipality']> {
  const both = /^(\d{5})\s+(.+)$/.exec(given.trim());
  if (both) return { code: both[1]!, name: both[2]!, fictitious: false };
  const found = [...(municipality === null ? [] : [municipality]), ...questions.flatMap((question) => (question.code === 'which-municipality' ? question.facts.found : []))];
  const meant = found.find(({ code, name }) => code === given.trim() || name.toLowerCase() === given.trim().toLowerCase());
  if (!meant) throw new UsageError(`De bestanden zeggen niet welke gemeente “${given}” is. Geef NIS-code en naam samen op, bijvoorbeeld --gemeente "71016 Genk".`);
  return { code: meant.code, name: meant.name, fictitious: false };
}

function recognitions({ files, manifest }: Proposal, known: readonly KnownProfile[]): readonly string[] {
  const names = new Map(known.map(({ profile }) => [profile.id, profile.name]));
  return files.flatMap(({ file, uses, look }) => {
    if ('partOf' in look) return [];
    const entries = manifest.files.filter(({ path }) => path === file);
    return uses.flatMap((use) => (use.as === 'profile'
      ? [`${file}${use.layer === null ? '' : ` (${use.layer})`}: ${names.get(use.profile) ?? use.profile} → ${[...new Set(entries.map(({ role }) => roleWords(role, 'nl')))].join(', ')}`]
      : []));
  });
}
