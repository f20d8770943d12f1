/** The tables as SQL holds them: ISO dates, JSON and booleans (0, 1) in the types both engines share. */
export interface Tables {
  datasets: DatasetsTable;
  dataset_inputs: DatasetInputsTable;
  plans: PlansTable;
  plan_log: PlanLogTable;
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
}

interface PlanLogTable {
  plan: string;
  version: number;
  at: string;
  entry: string;
}
