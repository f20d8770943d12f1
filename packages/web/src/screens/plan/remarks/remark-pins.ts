import { useMemo } from 'react';
import type { RemarkPoint } from '../../../map/scene.ts';
import { shownRemarks, useRemarks, useRemarkView } from '../../../state/remarks.ts';

const none: readonly RemarkPoint[] = [];

/** The remarks that pass the filter where they were pinned; none without a plan. */
export function useRemarkPins(plan: string | null): readonly RemarkPoint[] {
  const remarks = useRemarks(plan).data;
  const { theme, zone, state } = useRemarkView();
  return useMemo(() => (remarks === undefined ? none : shownRemarks(remarks, { theme, zone, state }).flatMap(({ id, number, pin, handled }) =>
    (pin.kind === 'place' ? [{ id, lon: pin.lon, lat: pin.lat, number: String(number), isHandled: handled }] : []))), [remarks, theme, zone, state]);
}
