import type { SittingFile, SittingReply } from '@woonzorgzones/api/schemas';
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

/** What asks for a person comes first. */
const attention = ({ problem, uses, chosen }: SittingFile): number => (problem !== null ? 0 : uses.length === 0 && !chosen ? 1 : uses.length === 0 ? 3 : 2);

/** One sitting: what is still open, the run with its verdict, and the files. */
export function SittingSteps({ sitting }: { readonly sitting: SittingReply }) {
  const { t } = useText();
  const [mapped, setMapped] = useState<LayerOfFile | null>(null);
  const dropping = useDropSitting(() => openSitting(null));
  const files = sitting.files.filter(({ partOf }) => partOf === null).toSorted((a, b) => attention(a) - attention(b) || a.file.localeCompare(b.file, 'nl-BE', { numeric: true }));
  const isRunning = sitting.state === 'running';
  return (
    <>
      <Questions sitting={sitting} onMap={setMapped} />
      <RunStep sitting={sitting} />
      <section className="panel-section">
        <div className="panel-row panel-spread">
          <h2>{t('sitting.files', { count: files.length })}</h2>
          <Button look="quiet" isDisabled={isRunning} onPress={() => dropping.mutate(sitting.id)}>{t('sitting.stopAll')}</Button>
        </div>
        {!isRunning && <DropFiles sitting={sitting.id} onSent={() => setMapped(null)} />}
        <ul className="file-cards">
          {files.map((file) => <FileCard key={file.file} sitting={sitting} file={file} mapped={mapped} onMap={setMapped} />)}
        </ul>
      </section>
    </>
  );
}
