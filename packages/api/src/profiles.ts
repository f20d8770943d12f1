import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { ApiProblem } from '@woonzorgzones/core/report';
import { profileFromEntry, profileSchema, readProfiles, type ManifestEntryDraft, type Profile } from '@woonzorgzones/files';
import type { Store } from './store/store.ts';

/** The profiles by which dropped files are recognised: those that come with the program, and those planners saved here. */
export interface Profiles {
  all(): Promise<readonly KnownProfile[]>;
  /** Keeps how a file was mapped under a name. */
  save(entry: ManifestEntryDraft, name: string): Promise<Result<KnownProfile, ApiProblem>>;
  /** Removes one that was saved here. */
  remove(id: string): Promise<Result<null, ApiProblem>>;
}

export interface KnownProfile {
  readonly profile: Profile;
  /** Saved here by a planner. */
  readonly own: boolean;
}

/** Shipped profiles of a folder; they are part of the program, so a faulty one stops the start. */
export async function shippedProfiles(folder: string): Promise<readonly Profile[]> {
  const read = await readProfiles(folder);
  if (!read.ok) throw new Error(`Got ${JSON.stringify(read.error[0])} when expected a profile.`);
  return read.value;
}

export async function openProfiles(folder: string, store: Store): Promise<Profiles> {
  const shipped = (await shippedProfiles(folder)).map((profile): KnownProfile => ({ profile, own: false }));

  const all = async (): Promise<readonly KnownProfile[]> => {
    const own = await store.ownProfiles();
    // A later version of the program may want more of a profile than one that was saved before; such a one waits unused.
    const readable = own.flatMap(({ profile }): KnownProfile[] => {
      const parsed = profileSchema.safeParse(JSON.parse(profile));
      return parsed.success ? [{ profile: parsed.data, own: true }] : [];
    });
    return [...shipped, ...readable];
  };

  return {
    all,

    async save(entry, name) {
      const profile = profileFromEntry(entry, name);
      if (shipped.some(({ profile: { id } }) => id === profile.id)) return err({ code: 'profile-name-taken', name });
      const added = await store.addProfile({ id: profile.id, name, profile: JSON.stringify(profile), createdAt: new Date().toISOString() });
      return added ? ok({ profile, own: true }) : err({ code: 'profile-name-taken', name });
    },

    async remove(id) {
      if (shipped.some(({ profile }) => profile.id === id)) return err({ code: 'profile-shipped', profile: id });
      return await store.removeProfile(id) ? ok(null) : err({ code: 'unknown-profile', profile: id });
    },
  };
}
