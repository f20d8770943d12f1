import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result, type WitnessLink } from '@woonzorgzones/core/model';
import type { ApiProblem } from '@woonzorgzones/core/report';
import type { Store } from './store/store.ts';
import type { KeptWitnessLink } from './store/witnesses.ts';

/** A link and the token that opens it, which is told once and not kept. */
export interface FreshLink {
  readonly link: WitnessLink;
  readonly token: string;
}

/** Links for privileged witnesses: made, made again, withdrawn, and told apart from wrong ones. */
export interface Witnesses {
  make(plan: string, name: string, expiresAt: string | null): Promise<FreshLink>;
  /** Another token for the same link; the old one opens nothing any more, what came by the link stays. */
  renew(plan: string, link: string, expiresAt: string | null): Promise<Result<FreshLink, ApiProblem>>;
  withdraw(plan: string, link: string): Promise<Result<WitnessLink, ApiProblem>>;
  /** The link a token opens. Says that a link is over only to those who have its token. */
  admit(token: string | null): Promise<Result<WitnessLink, ApiProblem>>;
}

/** 256 bits: nobody comes upon one by trying. */
const secretBytes = 32;
const tokenForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** A long random secret needs no salt and no slow hash: there is nothing to guess it from. */
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const nobodysHash = Buffer.alloc(32);

export function openWitnesses(store: Store, now: () => Date): Witnesses {
  const newSecret = () => {
    const secret = randomBytes(secretBytes).toString('base64url');
    return { secret, secretHash: digest(secret).toString('hex') };
  };
  const ofPlan = async (plan: string, id: string): Promise<Result<KeptWitnessLink, ApiProblem>> => {
    const link = await store.witnessLink(id);
    return link?.plan === plan ? ok(link) : err({ code: 'unknown-witness-link' });
  };

  return {
    async make(plan, name, expiresAt) {
      const { secret, secretHash } = newSecret();
      const kept: KeptWitnessLink = { id: randomUUID(), plan, name, createdAt: now().toISOString(), expiresAt, withdrawnAt: null, secretHash };
      await store.addWitnessLink(kept);
      return { link: kept, token: `${kept.id}.${secret}` };
    },

    async renew(plan, id, expiresAt) {
      const found = await ofPlan(plan, id);
      if (!found.ok) return found;
      const { secret, secretHash } = newSecret();
      await store.renewWitnessLink(id, secretHash, expiresAt);
      return ok({ link: { ...found.value, expiresAt, withdrawnAt: null }, token: `${id}.${secret}` });
    },

    async withdraw(plan, id) {
      const found = await ofPlan(plan, id);
      if (!found.ok) return found;
      const at = now().toISOString();
      await store.withdrawWitnessLink(id, at);
      return ok({ ...found.value, withdrawnAt: found.value.withdrawnAt ?? at });
    },

    async admit(token) {
      const [, id, secret] = tokenForm.exec(token ?? '') ?? [];
      const kept = id === undefined ? null : await store.witnessLink(id);
      // Compared also when there is no such link, so that the time taken tells nothing.
      const isRight = timingSafeEqual(digest(secret ?? ''), kept === null ? nobodysHash : Buffer.from(kept.secretHash, 'hex'));
      if (kept === null || !isRight) return err({ code: 'witness-link-refused' });
      if (kept.withdrawnAt !== null) return err({ code: 'witness-link-over', how: 'withdrawn' });
      if (kept.expiresAt !== null && kept.expiresAt <= now().toISOString()) return err({ code: 'witness-link-over', how: 'expired' });
      return ok(kept);
    },
  };
}
