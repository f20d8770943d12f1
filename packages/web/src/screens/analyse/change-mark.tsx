import type { Count } from '@woonzorgzones/core/model';
import { useText } from '../../text/i18n.ts';

interface ChangeMarkProps {
  readonly now: Count;
  readonly base: Count;
  readonly isShare?: boolean;
}

/** Too small to be more than the remains of adding fractions. */
const noise = 1e-6;

/** How a figure differs from the plan as it stands: "▲ 12" or "▼ 3"; nothing where it does not, or where one of both is not known. */
export function ChangeMark({ now, base, isShare = false }: ChangeMarkProps) {
  const { t, format } = useText();
  if (now.kind !== 'known' || base.kind !== 'known') return null;
  const by = now.value - base.value;
  if (Math.abs(by) < noise) return null;
  const told = isShare ? t('scenario.points', { count: format.number(Math.abs(by) * 100, 1) }) : format.amount(Math.abs(by));
  return (
    <span className="change-mark" data-up={by > 0}>
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'} {told}</span>
      <span className="visually-hidden">{t(by > 0 ? 'scenario.more' : 'scenario.less', { count: told })}</span>
    </span>
  );
}
