import type { Register } from '@woonzorgzones/api/schemas';
import { categories } from '@woonzorgzones/core/model';
import { duplicateSentence } from '@woonzorgzones/core/report';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { chooseFacility, showPreview } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import type { ShownFacility } from '../../frame/shown-facilities.ts';

interface DuplicateListProps {
  readonly plan: string;
  readonly pairs: Register['duplicates'];
  readonly facilities: readonly ShownFacility[];
}

/** Pairs shown at once; the next come as these are settled. */
const pairsAtATime = 10;

/** Two that may be one: those of different files first, they are the likely ones. */
export function Duplicates({ plan, pairs, facilities }: DuplicateListProps) {
  const { t } = useText();
  const within = pairs.filter(({ withinOneSource }) => withinOneSource);
  const across = pairs.filter(({ withinOneSource }) => !withinOneSource);
  if (pairs.length === 0) return null;
  return (
    <section className="panel-section register-task">
      {across.length > 0 && (
        <>
          <h2>{t('register.doubles', { count: across.length })}</h2>
          <DuplicateList plan={plan} pairs={across} facilities={facilities} />
        </>
      )}
      {within.length > 0 && (
        <Disclosure title={t('register.doublesWithin', { count: within.length })}>
          <DuplicateList plan={plan} pairs={within} facilities={facilities} />
        </Disclosure>
      )}
    </section>
  );
}

/** Side by side with the reasons; a person decides, and can take it back. */
function DuplicateList({ plan, pairs, facilities }: DuplicateListProps) {
  const { t, language } = useText();
  const byId = new Map(facilities.map((facility) => [facility.id, facility]));
  return (
    <ul className="task-list">
      {pairs.slice(0, pairsAtATime).map(({ one, other, category, reasons }) => {
        const pair = [byId.get(one), byId.get(other)].filter((facility) => facility !== undefined);
        const words = reasons.map((reason) => duplicateSentence(reason, language)).join(' · ');
        const merge = (keep: string, drop: string): void => {
          writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'merge-facilities', keep, drop }] });
          chooseFacility(keep);
        };
        return (
          <li key={`${one} ${other}`}>
            <p className="register-name"><FacilitySymbol category={category} size={18} /><strong>{categories[category][language]}: {words}</strong></p>
            <div className="pair">
              {pair.map((facility) => <PairSide key={facility.id} facility={facility} onKeep={() => merge(facility.id, facility.id === one ? other : one)} />)}
            </div>
            <div className="panel-row">
              <Button onPress={() => writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'keep-apart', one, other }] })}>{t('register.apart')}</Button>
              <Button look="quiet" onPress={() => showPreview(pair)}>{t('register.showPair')}</Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function PairSide({ facility: { name, address, capacity, category, source, referenceDate }, onKeep }: { readonly facility: ShownFacility; readonly onKeep: () => void }) {
  const { t, format } = useText();
  const lines = [
    address ?? t('register.noAddress'),
    ...(capacity === null ? [] : [`${format.amount(capacity)} ${t(`data.units.${categories[category].unit}`)}`]),
    source ?? t('register.byHand'),
    ...(referenceDate === null ? [] : [t('register.dataOf', { date: format.date(referenceDate) })]),
  ];
  return (
    <div className="pair-side">
      <p><strong>{name}</strong></p>
      {lines.map((line) => <p key={line} className="small">{line}</p>)}
      <Button onPress={onKeep}>{t('register.mergeInto', { name })}</Button>
    </div>
  );
}
