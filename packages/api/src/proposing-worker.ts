import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./proposing-thread.ts');
