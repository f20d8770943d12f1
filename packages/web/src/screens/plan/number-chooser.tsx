import type { ZoneProposal } from '@woonzorgzones/core/zoning';
import { ToggleButton } from 'react-aria-components';
import { useText } from '../../text/i18n.ts';
import { numberChoice } from './number-choice.ts';

interface NumberChooserProps {
  readonly front: readonly ZoneProposal[];
  /** The number of the best proposal. */
  readonly best: number;
  /** The number whose best division is shown beside it. */
  readonly shown: number;
  /** Whether the planner asked for this number. */
  readonly isAsked: boolean;
  readonly onShow: (zones: number) => void;
}

/** How many zones, and why so many; every other number that was tried is one press away, with what it costs. */
export function NumberChooser({ front, best, shown, isAsked, onShow }: NumberChooserProps) {
  const { t, format } = useText();
  const numbers = front.map(({ zones, cost, outOfBounds }) => ({ zones: zones.length, cost, outOfBounds })).sort((a, b) => a.zones - b.zones);
  const choice = numberChoice(numbers, best, isAsked);
  const cost = format.cost(numbers.find(({ zones }) => zones === best)?.cost ?? 0);
  const words = (): string => {
    switch (choice.why) {
      case 'asked': return t('propose.numberAsked', { count: best });
      case 'only': return t('propose.numberOnly', { count: best });
      case 'within-bounds': return t('propose.numberWithin', { count: best, next: choice.next.zones, people: format.number(choice.next.outOfBounds) });
      case 'cost': return [t('propose.numberCost', { count: best, cost, next: choice.next.zones, nextCost: format.cost(choice.next.cost) }), ...(choice.isNear ? [t('propose.numberNear')] : [])].join(' ');
    }
  };
  return (
    <section className="number-chooser" aria-label={t('propose.zoneCount')}>
      <p>{words()}</p>
      {numbers.length > 1 && (
        <div className="panel-row" role="group" aria-label={t('propose.numbers')}>
          {numbers.map(({ zones, cost: ofNumber, outOfBounds }) => (
            <ToggleButton key={zones} className="button" data-look="quiet" isSelected={zones === shown} onChange={() => onShow(zones)}>
              <strong>{t('propose.numberZones', { count: zones })}</strong>
              <span className="soft small">{outOfBounds > 0 ? t('propose.numberOutside', { people: format.number(outOfBounds) }) : t('propose.numberCosts', { cost: format.cost(ofNumber) })}</span>
            </ToggleButton>
          ))}
        </div>
      )}
    </section>
  );
}
