import type { CriterionVerdict, ZoneCriteria } from '@woonzorgzones/core/zoning';
import { useCriteria, useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Problem } from '../frame/problem.tsx';
import { criterionSentences } from './criterion-sentences.ts';

const icons: Readonly<Record<CriterionVerdict, IconName>> = { met: 'check', 'not-met': 'warn', 'not-judged': 'info' };

/** How the zone stands against each criterion, in sentences: what is, what is asked, and by how much it fails. */
export function CriteriaList({ plan, zone }: { readonly plan: string; readonly zone: string }) {
  const text = useText();
  const { t } = text;
  const criteria = useCriteria(plan);
  const kernen = useKernen(plan).data;
  if (criteria.isError) return <Problem error={criteria.error} onRetry={() => void criteria.refetch()} />;
  const judged: ZoneCriteria | undefined = criteria.data?.zones.find((one) => one.zone === zone);
  if (judged === undefined) return null;
  const names = new Map(kernen?.features.map(({ properties: { id, name } }) => [id, name]));
  return (
    <>
      <h3>{t('plan.criteria')}</h3>
      <ul className="criteria">
        {criterionSentences(text, judged, names).map(({ verdict, sentence }) => (
          <li key={sentence} data-verdict={verdict}>
            <Icon name={icons[verdict]} size={18} />
            <span><span className="visually-hidden">{t(`plan.verdicts.${verdict}`)}: </span>{sentence}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
