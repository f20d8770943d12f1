import { useText } from '../../../text/i18n.ts';

/** The bringing in of files. */
export function SittingPanel() {
  const { t } = useText();
  return <p>{t('dataParts.inlezen')}</p>;
}
