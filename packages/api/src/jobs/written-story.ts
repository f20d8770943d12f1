import type { StoryForm } from '@woonzorgzones/files';

/** A story that lies ready: what its file is called, and the folder it is fetched from. */
export interface WrittenStory {
  readonly key: string;
  readonly form: StoryForm;
  readonly name: string;
  readonly bytes: number;
}
