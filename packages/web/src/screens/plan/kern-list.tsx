import { useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** The kernen that were found, most inhabitants first; of one zone, or of the whole municipality. */
export function KernList({ plan, zone }: { readonly plan: string; readonly zone: string | null }) {
  const { t, format } = useText();
  const kernen = useKernen(plan).data;
  const listed = (kernen?.features ?? []).map(({ properties }) => properties)
    .filter((kern) => zone === null || kern.zone === zone)
    .sort((a, b) => b.inhabitants - a.inhabitants || a.name.localeCompare(b.name, 'nl-BE'));
  if (listed.length === 0) return null;
  return (
    <Disclosure title={t('plan.kernen', { count: listed.length })}>
      <ul className="kern-list">
        {listed.map(({ id, name, inhabitants, topPerKm2 }) => (
          <li key={id}><strong>{name}</strong><span>{t('plan.kernFacts', { inhabitants: format.number(inhabitants), density: format.number(topPerKm2) })}</span></li>
        ))}
      </ul>
    </Disclosure>
  );
}
