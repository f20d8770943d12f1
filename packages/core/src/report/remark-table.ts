import type { Language } from '../model/language.ts';
import type { Remark } from '../model/remark.ts';
import { remarkOpinionWords, remarkThemeWords } from './remark-words.ts';

/** A remark as a planner hands it on: with the name of the link it came by and of the zone it concerns now. */
export interface ToldRemark extends Remark {
  readonly linkName: string;
  /** The zone it is pinned to or lies in; null when that zone is gone or nobody's. */
  readonly zoneName: string | null;
}

interface RemarkColumn {
  readonly label: string;
  readonly form: 'text' | 'number';
}

const day = (iso: string | null): string | null => iso?.slice(0, 10) ?? null;

/** The remarks on a plan as a table; places in Lambert 2008 metres. */
export function remarkTable(remarks: readonly ToldRemark[], language: Language): { readonly columns: readonly RemarkColumn[]; readonly rows: readonly (readonly (string | number | null)[])[] } {
  const nl = language === 'nl';
  const text = (dutch: string, english: string): RemarkColumn => ({ label: nl ? dutch : english, form: 'text' });
  const number = (dutch: string, english: string): RemarkColumn => ({ label: nl ? dutch : english, form: 'number' });
  return {
    columns: [
      text('datum', 'date'), text('link', 'link'), text('naam', 'name'), text('thema', 'theme'), text('mening', 'opinion'), text('opmerking', 'remark'), text('zone', 'zone'),
      text('geprikt op', 'pinned to'), number('x (Lambert 2008, m)', 'x (Lambert 2008, m)'), number('y (Lambert 2008, m)', 'y (Lambert 2008, m)'),
      number('versie van het plan', 'version of the plan'), text('antwoord', 'answer'), text('beantwoord op', 'answered on'), text('afgehandeld', 'handled'),
    ],
    rows: remarks.map(({ createdAt, linkName, author, theme, opinion, text: said, zoneName, pin, planVersion, answer, answeredAt, handled }) => [
      day(createdAt), linkName, author, remarkThemeWords[theme][language], remarkOpinionWords[opinion][language], said, zoneName ?? (pin.kind === 'zone' ? pin.zoneName : null),
      pin.kind === 'zone' ? 'zone' : nl ? 'plek' : 'place',
      pin.kind === 'place' ? Math.round(pin.x) : null, pin.kind === 'place' ? Math.round(pin.y) : null,
      planVersion, answer, day(answeredAt), handled ? (nl ? 'ja' : 'yes') : (nl ? 'nee' : 'no'),
    ]),
  };
}
