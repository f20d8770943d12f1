import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

extendZodWithOpenApi(z);

/** The one zod of the API: it knows `.openapi(…)`, so that the schema that validates is the schema that is described. */
export { z };
