import type { RemarkOpinion, RemarkTheme } from '@woonzorgzones/core/model';

/** The tables as SQL holds them: ISO dates, JSON and booleans (0, 1) in the types both engines share. */
export interface Tables {
  datasets: DatasetsTable;
  dataset_inputs: DatasetInputsTable;
  plans: PlansTable;
  plan_log: PlanLogTable;
  sittings: SittingsTable;
  sitting_files: SittingFilesTable;
  sitting_outcomes: SittingOutcomesTable;
  profiles: ProfilesTable;
  witness_links: WitnessLinksTable;
  remarks: RemarksTable;
}

interface DatasetsTable {
  hash: string;
  code: string;
  name: string;
  fictitious: number;
  year: number;
  inhabitants: number;
  imported_at: string;
  verdict: string;
  bytes: Uint8Array;
}

interface DatasetInputsTable {
  input_key: string;
  dataset: string;
}

interface PlansTable {
  id: string;
  dataset: string;
  name: string;
  zones: number;
  version: number;
  created_at: string;
  updated_at: string;
  initial: string;
  origin_plan: string | null;
  origin_name: string | null;
  origin_version: number | null;
}

interface PlanLogTable {
  plan: string;
  version: number;
  at: string;
  entry: string;
  gesture: string | null;
  made_by: string | null;
}

interface SittingsTable {
  id: string;
  revision: number;
  created_at: string;
  changed_at: string;
  expires_at: string;
  choices: string;
  job: string | null;
  job_revision: number | null;
  ended: 'taken' | 'discarded' | 'expired' | null;
  dataset: string | null;
  known: number | null;
}

interface SittingFilesTable {
  sitting: string;
  file: string;
  stored: string;
  bytes: number;
  look: string;
}

/** Either `refused`, or everything a dataset consists of. */
interface SittingOutcomesTable {
  sitting: string;
  revision: number;
  refused: string | null;
  hash: string | null;
  code: string | null;
  name: string | null;
  fictitious: number | null;
  year: number | null;
  inhabitants: number | null;
  verdict: string | null;
  bytes: Uint8Array | null;
  input_key: string | null;
  before: string | null;
  differences: string | null;
}

interface ProfilesTable {
  id: string;
  name: string;
  profile: string;
  created_at: string;
}

interface WitnessLinksTable {
  id: string;
  plan: string;
  name: string;
  secret_hash: string;
  created_at: string;
  expires_at: string | null;
  withdrawn_at: string | null;
}

/** Pinned to a place (x and y, Lambert 2008) or to a zone (and its name then). */
interface RemarksTable {
  id: string;
  link: string;
  plan: string;
  author: string;
  theme: RemarkTheme;
  opinion: RemarkOpinion;
  text: string;
  x: number | null;
  y: number | null;
  zone: string | null;
  zone_name: string | null;
  plan_version: number;
  created_at: string;
  changed_at: string;
  answer: string | null;
  answered_at: string | null;
  handled: number;
}
