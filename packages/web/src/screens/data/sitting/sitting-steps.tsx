import type { SittingReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { useDropSitting } from '../../../state/sittings.ts';
import { openSitting } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { DropFiles } from './drop-files.tsx';
import { FileCard } from './file-card.tsx';
import { Questions } from './questions.tsx';
import { RunStep } from './run-step.tsx';
import type { LayerOfFile } from './uses.ts';

/** One sitting from top to bottom: the files, what is still open, and the run with its verdict. */
export function SittingSteps({ sitting }: { readonly sitting: SittingReply }) {
  const { t } = useText();
  const [mapped, setMapped] = useState<LayerOfFile | null>(null);
  const dropping = useDropSitting(() => openSitting(null));
  const used = sitting.files.filter(({ partOf }) => partOf === null);
  const isRunning = sitting.state === 'running';
  return (
    <>
      <section className="panel-section">
        <div className="panel-row panel-spread">
          <h2>{t('sitting.files', { count: used.length })}</h2>
          <Button look="quiet" isDisabled={isRunning} onPress={() => dropping.mutate(sitting.id)}>{t('sitting.stopAll')}</Button>
        </div>
        <ul className="file-cards">
          {used.map((file) => <FileCard key={file.file} sitting={sitting} file={file} mapped={mapped} onMap={setMapped} />)}
        </ul>
        {!isRunning && <DropFiles sitting={sitting.id} onSent={() => setMapped(null)} />}
      </section>
      <Questions key={sitting.revision} sitting={sitting} onMap={setMapped} />
      <RunStep sitting={sitting} />
    </>
  );
}
