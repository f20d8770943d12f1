import { showFound } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { AddressBox } from './address-box.tsx';
import { searchBoxId } from './keys.ts';

/** The search in the bar: what it finds is shown on the map. */
export function AddressSearch({ municipality }: { readonly municipality: string }) {
  const { t } = useText();
  return <AddressBox municipality={municipality} label={t('bar.search')} inputId={searchBoxId} onFound={showFound} />;
}
