import { err, ok, type ImportFailure, type ImportProblem, type ManifestRule, type Result } from '@woonzorgzones/core/model';
import type { z } from 'zod';
import { limits } from './limits.ts';
import { manifestFormat, manifestSchema, manifestVersion, type Manifest } from './manifest.ts';

type Issue = z.core.$ZodIssue;

/** "files[2].columns.id": where in the manifest, as a person would write it. */
function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((key, part) => (typeof part === 'number' ? `${key}[${part}]` : key === '' ? String(part) : `${key}.${String(part)}`), '');
}

function at(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), document);
}

const shortText = (value: unknown): string => {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};

/** What a rule of the schema wants, in our codes: those of manifest.ts, and these for the rules zod brings. */
function wanted(issue: Issue, document: unknown): { readonly wants: ManifestRule; readonly allowed: readonly string[] } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { wants: 'known-key', allowed: [] };
    case 'invalid_value':
      return { wants: 'one-of', allowed: issue.values.map(String) };
    case 'invalid_type':
      return at(document, issue.path) === undefined ? { wants: 'present', allowed: [] } : { wants: 'type', allowed: [issue.expected] };
    case 'too_small':
    case 'too_big':
      return { wants: 'in-range', allowed: [] };
    case 'custom': {
      const { wants, fields, formats, field, role } = (issue.params ?? {}) as {
        readonly wants?: ManifestRule; readonly fields?: readonly string[]; readonly formats?: readonly string[]; readonly field?: string; readonly role?: string;
      };
      return { wants: wants ?? 'valid', allowed: fields ?? formats ?? (field === undefined ? (role === undefined ? [] : [role]) : [field]) };
    }
    default:
      return { wants: 'valid', allowed: [] };
  }
}

function problemsOf(issue: Issue, document: unknown): ImportProblem[] {
  const { wants, allowed } = wanted(issue, document);
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const inFile = issue.path[0] === 'files' && typeof issue.path[1] === 'number' ? at(document, ['files', issue.path[1], 'path']) : null;
  return paths.map((path) => ({
    code: 'manifest-invalid',
    file: typeof inFile === 'string' ? inFile : null,
    place: { key: keyOf(path) },
    facts: { wants, allowed, found: issue.code === 'unrecognized_keys' ? '' : shortText(at(document, path)) },
  }));
}

/** Whether the document says it is a manifest of the version known here; without that nothing more is worth saying. */
function isKnownVersion(document: unknown): boolean {
  return at(document, ['format']) === manifestFormat && at(document, ['version']) === manifestVersion;
}

/** A manifest that is already JSON: the manifest, or every fault it has. */
export function checkManifest(document: unknown): Result<Manifest, ImportFailure> {
  const checked = manifestSchema.safeParse(document);
  if (checked.success) return ok(checked.data);
  const issues = isKnownVersion(document)
    ? checked.error.issues
    : checked.error.issues.filter(({ code, path }) => (path.length === 0 ? code === 'invalid_type' : path[0] === 'format' || path[0] === 'version'));
  return err({ problems: issues.flatMap((issue) => problemsOf(issue, document)) });
}

/** The text of a manifest.json: the manifest, or every fault it has. */
export function readManifest(text: string): Result<Manifest, ImportFailure> {
  if (text.length > limits.manifestMegabytes * 1_000_000) {
    return err({ problems: [{ code: 'file-too-large', file: null, place: {}, facts: { limitMegabytes: limits.manifestMegabytes } }] });
  }
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return err({ problems: [{ code: 'manifest-not-json', file: null, place: line === undefined ? {} : { line: Number(line) }, facts: {} }] });
  }
  return checkManifest(document);
}
