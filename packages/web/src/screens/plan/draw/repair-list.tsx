import { zoneRepairSentence } from '@woonzorgzones/core/report';
import type { RepairableCriterion } from '@woonzorgzones/core/zoning';
import { useEffect } from 'react';
import { lookForRepairs, propose, useDrawing } from '../../../state/drawing.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';

/** Has the repairs of a zone looked for whenever the plan on the table has settled. */
export function useRepairs(zone: string): void {
  const plan = useDrawing((drawing) => drawing.drawn?.plan ?? null);
  const isStroking = useDrawing((drawing) => drawing.isStroking);
  useEffect(() => {
    if (plan !== null && !isStroking) lookForRepairs(zone);
  }, [plan, isStroking, zone]);
}

/** The best three ways to mend a criterion; one press shows one on the map, to be accepted or refused. */
export function RepairList({ zone, name, criterion }: { readonly zone: string; readonly name: string; readonly criterion: RepairableCriterion }) {
  const { t, language } = useText();
  const found = useDrawing(({ repairs }) => (repairs?.zone === zone ? repairs.byCriterion[criterion] : null));
  const shown = useDrawing(({ proposal }) => proposal?.shifts ?? null);
  if (found === null) return null;
  if (found.length === 0) return <p className="soft small">{t('draw.noRepair')}</p>;
  return (
    <ul className="repair-list" aria-label={t('draw.repairs')}>
      {found.map((repair) => {
        const sentence = zoneRepairSentence(repair, { id: zone, name }, language);
        return (
          <li key={sentence} data-shown={shown === repair.shifts}>
            <span>{sentence}</span>
            <Button look="quiet" onPress={() => propose(repair.shifts)}>{t('draw.show')}</Button>
          </li>
        );
      })}
    </ul>
  );
}
