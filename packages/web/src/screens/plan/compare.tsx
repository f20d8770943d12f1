import { useMunicipality } from '../../state/queries.ts';
import { compareWith, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Select } from '../../ui/fields.tsx';

const none = '-';

/** An existing division over the plan: its outlines on the map. */
export function Compare({ municipality }: { readonly municipality: string }) {
  const { t } = useText();
  const divisions = useMunicipality(municipality).data?.divisions ?? [];
  const compared = useView((view) => view.division);
  if (divisions.length === 0) return null;
  return (
    <section className="panel-section">
      <Select
        label={t('plan.compare')} value={compared ?? none}
        options={[{ id: none, name: t('plan.compareNone') }, ...divisions.map(({ id, name }) => ({ id, name }))]}
        onChange={(id) => compareWith(id === none ? null : id)}
      />
    </section>
  );
}
