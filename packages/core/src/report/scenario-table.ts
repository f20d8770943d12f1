import { categories, disclosureFloor, hidden, known, metres, terms, type Count, type Language, type NormSet } from '../model/index.ts';
import type { PlanAnalysis } from '../needs/index.ts';
import { disclose } from './disclose.ts';
import type { Audience } from './disclosed-analysis.ts';
import { formatFor } from './format.ts';
import { functionLabel } from './function-words.ts';
import { amountDecimals, unitLabel } from './gap-sentences.ts';
import type { ZoneTable } from './zone-table.ts';

/**
 * The table of a scenario without what its difference with the base would give away: a share goes where fewer than five persons
 * came within the distance or fell out of it, inhabitants and people of 75 and older where they differ by fewer than five, and
 * what a norm asks of them with those. A column that loses one figure loses every one that differs, so that no other
 * figure of it, nor the whole, brings it back. Beside the table of the base nothing can be subtracted to a small count.
 */
export function hideSmallDifferences(table: ZoneTable, { against }: PlanAnalysis): ZoneTable {
  if (against === undefined) return table;
  const differences = against.areas.flatMap(({ kind, zone, inhabitants, from75, coverage, needs }) => [
    { kind, zone, key: 'inhabitants', by: inhabitants.difference }, { kind, zone, key: 'from75', by: from75.difference },
    ...coverage.map(({ norm, within }) => ({ kind, zone, key: norm, by: within.difference })),
    // What a norm asks is persons times a published rate.
    ...needs.flatMap(({ norm }) => ['required', 'missing'].map((part) => ({ kind, zone, key: `${norm}-${part}`, by: isFew(inhabitants.difference) ? inhabitants.difference : from75.difference }))),
  ]);
  const touched = new Set(differences.flatMap(({ key, by }) => (isFew(by) ? [key] : [])));
  const gone = new Set(differences.flatMap(({ kind, zone, key, by }) => (touched.has(key) && differs(by) ? [`${kind}/${zone ?? ''}/${key}`] : [])));
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row, cells: row.cells.map((cell, column) => (cell.kind === 'known' && gone.has(`${row.kind}/${row.kind === 'zone' ? row.zone! : ''}/${table.columns[column]!.key}`) ? hidden : cell)),
    })),
  };
}

/** Less than this is the remains of adding fractions. */
const noise = 1e-6;

const differs = (by: Count): boolean => by.kind === 'known' && Math.abs(by.value) > noise;
const isFew = (by: Count): boolean => by.kind === 'known' && differs(by) && Math.abs(by.value) < disclosureFloor;

/** What a scenario changes against its base, in sentences: per norm of the whole municipality, then whose way becomes longer or shorter. Empty where there is no base; of fewer than five persons the public is told nothing. */
export function scenarioLines({ against, zones, provenance }: PlanAnalysis, norms: NormSet, language: Language, audience: Audience): readonly string[] {
  const isHidden = (persons: number): boolean => audience === 'public' && isFew(known(persons));
  if (against === undefined) return [];
  const { number, count, distance } = formatFor(language);
  const town = against.areas.find(({ kind }) => kind === 'municipality')!;
  const said = (value: number): string => `${value > 0 ? '+' : ''}${number(value, amountDecimals(value))}`;
  const title = { nl: `Scenario ${provenance.scenario?.name ?? ''}, tegenover de basis:`, en: `Scenario ${provenance.scenario?.name ?? ''}, against its base:` }[language];
  const needs = town.needs.flatMap(({ norm, missing: { before, after, difference } }) => {
    const of = norms.norms.find(({ id }) => id === norm);
    if (difference.kind !== 'known' || difference.value === 0 || of?.kind !== 'amount') return [];
    const unit = unitLabel(of.unit, 2, language);
    return [{ nl: `${of.label.nl}: tekort ${count(before, 1)} → ${count(after, 1)} ${unit} (${said(difference.value)}).`, en: `${of.label.en}: missing ${count(before, 1)} → ${count(after, 1)} ${unit} (${said(difference.value)}).` }[language]];
  });
  const coverage = town.coverage.flatMap(({ norm, within: { difference } }) => {
    const of = norms.norms.find(({ id }) => id === norm);
    if (difference.kind !== 'known' || difference.value === 0 || of === undefined || isHidden(difference.value)) return [];
    return [{ nl: `${of.label.nl}: ${said(difference.value)} personen binnen de afstand.`, en: `${of.label.en}: ${said(difference.value)} persons within the distance.` }[language]];
  });
  const names = new Map(zones.map(({ zone, name }) => [zone, name]));
  const functions = against.areas.filter(({ kind }) => kind === 'zone').flatMap(({ zone, functions: all }) => all.flatMap(({ function: role, before, after }) => {
    if ((before === 'present') === (after === 'present')) return [];
    const [area, now] = [names.get(zone!)!, after === 'present'];
    return [{ nl: `${area}: ${now ? 'nu wel' : 'geen'} ${functionLabel(role, 'nl')}${now ? '' : ' meer'}.`, en: `${area}: ${now ? 'now has a' : 'no longer a'} ${functionLabel(role, 'en')}.` }[language]];
  }));
  const ways = against.ways.flatMap(({ category, kind, zone, longer, shorter }) => {
    const area = kind === 'municipality' ? provenance.municipality.name : zone === null ? terms.unassigned[language][0] : names.get(zone)!;
    const of = categories[category][language];
    const told = ({ persons, from75, meanMetresBefore, meanMetresAfter }: typeof longer, word: { readonly nl: string; readonly en: string }): readonly string[] => {
      if (persons === 0 || isHidden(persons)) return [];
      const old = audience === 'public' ? disclose(from75) : from75;
      const metresTold = meanMetresBefore === null || meanMetresAfter === null ? '' : `: ${distance(metres(meanMetresBefore))} → ${distance(metres(meanMetresAfter))}`;
      return [{
        nl: `${area}, ${of}: ${number(persons)} personen (${count(old)} van 75 en ouder) gaan ${word.nl}${metresTold}.`,
        en: `${area}, ${of}: ${number(persons)} persons (${count(old)} aged 75 and older) go ${word.en}${metresTold}.`,
      }[language]];
    };
    return [...told(longer, { nl: 'verder', en: 'further' }), ...told(shorter, { nl: 'minder ver', en: 'less far' })];
  });
  return [title, ...needs, ...coverage, ...functions, ...ways];
}
