import type { Remark, RemarkContent, WitnessLink } from '@woonzorgzones/core/model';

/** A link as it is kept: of its secret only the SHA-256, in hexadecimal. */
export interface KeptWitnessLink extends WitnessLink {
  readonly secretHash: string;
}

export interface KeptRemark extends Remark {
  readonly plan: string;
}

export interface PlannersWord {
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly handled: boolean;
}

/** Links for privileged witnesses and the remarks that came by them. They stand beside the plan and never change it. */
export interface WitnessStore {
  addWitnessLink(link: KeptWitnessLink): Promise<void>;
  /** In the order they were made. */
  witnessLinks(plan: string): Promise<readonly KeptWitnessLink[]>;
  witnessLink(id: string): Promise<KeptWitnessLink | null>;
  /** Gives a link another secret, and lets it be used again; what came by it stays. */
  renewWitnessLink(id: string, secretHash: string, expiresAt: string | null): Promise<void>;
  withdrawWitnessLink(id: string, at: string): Promise<void>;
  /** False when that many remarks came by this link already. */
  addRemark(remark: KeptRemark, mostOfLink: number): Promise<boolean>;
  /** In the order they were made. */
  remarks(plan: string): Promise<readonly KeptRemark[]>;
  remarksOfLink(link: string): Promise<readonly KeptRemark[]>;
  /** By the witness; the remark is open again. False when this link has no such remark. */
  changeRemark(link: string, id: string, content: RemarkContent, planVersion: number, at: string): Promise<boolean>;
  /** Gone for good. False when this link has no such remark. */
  withdrawRemark(link: string, id: string): Promise<boolean>;
  /** By the planner. False when this plan has no such remark. */
  answerRemark(plan: string, id: string, word: PlannersWord): Promise<boolean>;
}
