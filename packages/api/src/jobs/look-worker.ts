import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./look.ts');
