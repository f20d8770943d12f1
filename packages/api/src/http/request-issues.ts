import type { RequestIssue } from '@woonzorgzones/core/report';
import type { z } from '../schemas/zod.ts';

/** What a schema found wrong, as places and kinds of fault; expects issues made with `reportInput`. */
export const requestIssues = (error: z.ZodError): readonly RequestIssue[] => error.issues.slice(0, 10).flatMap((issue): RequestIssue[] => {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: field === '' ? key : `${field}.${key}`, fault: 'unknown-field' }));
  }
  return [{ field, fault: issue.input === undefined ? 'missing' : faults[issue.code] }];
});

const faults: Record<Exclude<z.core.$ZodIssue['code'], 'unrecognized_keys'>, RequestIssue['fault']> = {
  invalid_type: 'wrong-type',
  too_small: 'too-small',
  too_big: 'too-big',
  invalid_format: 'wrong-form',
  not_multiple_of: 'wrong-form',
  invalid_union: 'not-allowed',
  invalid_value: 'not-allowed',
  invalid_key: 'wrong-form',
  invalid_element: 'wrong-form',
  custom: 'wrong-form',
};
