/** Every request and reply of the API: the schemas that validate it, and their types (the web app imports the types only). */
export * from './schemas/analysis.ts';
export * from './schemas/criteria.ts';
export * from './schemas/delineation.ts';
export * from './schemas/differences.ts';
export * from './schemas/edit.ts';
export * from './schemas/geojson.ts';
export * from './schemas/health.ts';
export * from './schemas/import-question.ts';
export * from './schemas/job.ts';
export * from './schemas/municipality.ts';
export * from './schemas/norm.ts';
export * from './schemas/plan-layers.ts';
export * from './schemas/plan.ts';
export * from './schemas/problem.ts';
export * from './schemas/profile.ts';
export * from './schemas/sitting.ts';
export * from './schemas/verdict.ts';
