import { openServices, openStore, type Services, type ServiceSettings, type Store } from '@woonzorgzones/api';
import { startSentence } from '@woonzorgzones/core/report';
import { CommandFailure } from './command-failure.ts';
import { serviceSettings } from './project.ts';

/** The project's own store. */
export const openProjectStore = (): Promise<Store> => opened(openStore);

/** What stands behind the server, on the project's own store. */
export const openProjectServices = (): Promise<Services> => opened(openServices);

async function opened<T>(open: (settings: ServiceSettings) => Promise<T>): Promise<T> {
  const settings = serviceSettings();
  try {
    return await open(settings);
  } catch (error) {
    const place = settings.databaseUrl === null ? settings.dataFolder : 'DATABASE_URL';
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(startSentence({ code: 'store-unavailable', place, reason }, 'nl'), { cause: error });
  }
}
