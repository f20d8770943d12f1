import { useEffect, useRef, useState } from 'react';
import { cancelJob, useJob } from '../../../state/jobs.ts';
import { makeStoryPage, storyPageAddress } from '../../../state/story.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { JobProgress } from '../../frame/job-progress.tsx';
import { Problem } from '../../frame/problem.tsx';

interface PresenterProps {
  readonly plan: string;
  readonly version: number;
  /** The chapter it begins with. */
  readonly from: string | null;
  /** Told which chapter was last seen. */
  readonly onClose: (at: string | null) => void;
}

/** The story over the whole screen: the very page that is exported, in a frame of its own. */
export function Presenter({ plan, version, from, onClose }: PresenterProps) {
  const { t, language } = useText();
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [job, setJob] = useState<string | null>(null);
  const running = useJob(job).data;
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const close = useRef<() => void>(() => undefined);
  close.current = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    onClose(frame.current?.contentWindow?.location.hash.slice(1) || null);
  };

  useEffect(() => {
    let isGone = false;
    makeStoryPage(plan, version, language, setJob).then(
      (made) => { if (!isGone) { if (made === null) onClose(null); else setAddress(storyPageAddress(made, from)); } },
      (error: unknown) => { if (!isGone) setFailure(error); },
    );
    return () => { isGone = true; };
    // Once for each opening: what is played does not change under the one who speaks.
  }, []);

  useEffect(() => {
    let hasNotes = false;
    const before = document.activeElement;
    box.current?.focus();
    const hear = ({ data, origin, source }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || source !== frame.current?.contentWindow || typeof data !== 'object' || data === null || !('woonzorgzones' in data)) return;
      if (data.woonzorgzones === 'sluiten') close.current();
      // A window that opens ends full screen: that is no reason to stop.
      if (data.woonzorgzones === 'notities') hasNotes = true;
    };
    const left = (): void => {
      if (document.fullscreenElement === null && !hasNotes) close.current();
    };
    addEventListener('message', hear);
    document.addEventListener('fullscreenchange', left);
    return () => {
      removeEventListener('message', hear);
      document.removeEventListener('fullscreenchange', left);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <div ref={box} className="presenter" role="dialog" aria-modal="true" aria-label={t('story.playing')} tabIndex={-1} onKeyDown={(event) => { if (event.key === 'Escape') close.current(); event.stopPropagation(); }}>
      {address !== null
        ? <iframe ref={frame} className="presenter-page" src={address} title={t('story.playing')} allow="fullscreen" onLoad={() => frame.current?.contentWindow?.focus()} />
        : (
          <div className="presenter-wait">
            {failure !== null ? <Problem error={failure} />
              : running !== undefined && job !== null ? <JobProgress job={running} label={t('story.making')} onCancel={() => void cancelJob(job)} /> : <Waiting>{t('story.making')}</Waiting>}
            <Button onPress={() => close.current()}>{t('app.close')}</Button>
          </div>
        )}
    </div>
  );
}
