import type { WitnessPlan, WitnessRemark } from '@woonzorgzones/api/schemas';
import { remarkOpinionWords, remarkThemeWords } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';

interface OwnRemarksProps {
  readonly remarks: readonly WitnessRemark[];
  readonly zones: WitnessPlan['zones'];
  readonly chosen: string | null;
  readonly onChange: (remark: WitnessRemark) => void;
  readonly onWithdraw: (remark: WitnessRemark) => void;
  readonly onShow: (remark: WitnessRemark) => void;
}

/** What was written with this link, under the numbers of the map, with what the planner answered. */
export function OwnRemarks({ remarks, zones, chosen, onChange, onWithdraw, onShow }: OwnRemarksProps) {
  const { t, format, language } = useText();
  const where = ({ pin }: WitnessRemark): string => {
    if (pin.kind === 'place') return t('witness.place');
    return zones.find(({ id }) => id === pin.zone)?.name ?? t('witness.zoneGone', { name: pin.name });
  };
  return (
    <section aria-labelledby="eigen-opmerkingen">
      <h2 id="eigen-opmerkingen">{t('witness.own')}</h2>
      {remarks.length === 0 && <p className="soft">{t('witness.ownNone')}</p>}
      <ol className="remark-list">
        {remarks.map((remark, place) => (
          <li key={remark.id} className="remark-card" data-chosen={remark.id === chosen}>
            <p className="remark-head"><span className="remark-number" data-handled={remark.handled}>{place + 1}</span> <strong>{remarkThemeWords[remark.theme][language]}</strong> · {remarkOpinionWords[remark.opinion][language]} · {where(remark)}</p>
            <p className="remark-text">{remark.text}</p>
            <p className="soft small">{t('witness.at', { author: remark.author, date: format.date(remark.changedAt) })} · {t(remark.handled ? 'witness.handled' : 'witness.open')}</p>
            {remark.answer === null || remark.answeredAt === null
              ? <p className="soft small">{t('witness.waiting')}</p>
              : <div className="remark-answer"><p className="small soft">{t('witness.answer', { date: format.date(remark.answeredAt) })}</p><p className="remark-text">{remark.answer}</p></div>}
            <div className="remark-acts">
              {remark.pin.kind === 'place' && <Button look="quiet" onPress={() => onShow(remark)}>{t('witness.show')}</Button>}
              <Button look="quiet" onPress={() => onChange(remark)}>{t('witness.change')}</Button>
              <Button look="quiet" onPress={() => onWithdraw(remark)}>{t('witness.withdraw')}</Button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
