import type { Verdict } from '@woonzorgzones/core/model';
import { controlSentence, noticeSentence } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';

/** What the planner should know of an import: figures beside what they should be, and how far the data reach. */
export function VerdictNotices({ verdict: { notices, controls } }: { readonly verdict: Verdict }) {
  const { t, language } = useText();
  if (notices.length === 0 && controls.length === 0) return null;
  return (
    <section className="panel-section">
      <h3>{t('data.notices')}</h3>
      <ul className="notice-list">
        {controls.map((control) => {
          const fits = Math.round(control.expected) === Math.round(control.found);
          return <li key={control.what} data-fits={fits}><Icon name={fits ? 'check' : 'warn'} size={16} />{controlSentence(control, language)}</li>;
        })}
        {notices.map((notice) => {
          const words = noticeSentence(notice, language);
          return <li key={words}><Icon name="info" size={16} />{words}</li>;
        })}
      </ul>
    </section>
  );
}
