import type { Problem as ProblemReply } from '@woonzorgzones/api/schemas';
import { RefusedRequest } from '../../state/request.ts';
import { useText } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../frame/problem.tsx';
import { importReasons } from '../frame/problem-words.ts';

/** Why an import was refused: each reason with its file, its place and what to do. */
export function ImportProblems({ problem }: { readonly problem: ProblemReply }) {
  const text = useText();
  const title = text.t('upload.failed');
  const reasons = importReasons(text, problem);
  if (reasons.length === 0) return <Problem error={new RefusedRequest(problem)} title={title} />;
  return <Notice tone="bad" title={title}><ul className="bullets">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul></Notice>;
}
