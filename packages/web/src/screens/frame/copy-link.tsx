import { useState } from 'react';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';

const noticeMs = 1500;

/** Puts the link to what is on screen on the clipboard: door, plan, zone, layers, comparison and view. */
export function CopyLink() {
  const { t } = useText();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
    setTimeout(() => setOutcome(null), noticeMs);
  };
  return (
    <>
      <span className={outcome === null ? 'visually-hidden' : 'soft small'} role="status">{outcome === null ? '' : t(`link.${outcome}`)}</span>
      <IconButton icon={outcome === 'copied' ? 'check' : 'link'} label={t('link.copy')} onPress={() => void copy()} />
    </>
  );
}
