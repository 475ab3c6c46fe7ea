import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { partnerContractPath } from './documentation';
import { basePath, routeOf, type Endpoint } from './endpoint';
import { permissions } from '../access/permissions';
import { problemStatuses, type ProblemCode } from './errors';

const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]]),
    correlationId: z.string(),
    errors: z
      .array(z.strictObject({ pointer: z.string().optional(), parameter: z.string().optional(), message: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable; sentences may change.' });

/** The OpenAPI 3.1 document of these endpoints, made from the schemas that check the requests. */
export function openApiDocument(endpoints: readonly Endpoint[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const each of endpoints) {
    const path = (paths[basePath + each.path] ??= {});
    path[each.method] = operation(each);
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Victim Case Service',
      version: '1',
      description: 'One durable case for each victim and witness of a crime, held to the Victims’ Code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    externalDocs: { description: 'What the system of a support service answers to.', url: partnerContractPath },
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}

function operation(each: Endpoint): ZodOpenApiOperationObject {
  const route = routeOf(each);
  const responses: ZodOpenApiOperationObject['responses'] = {
    default: {
      description: 'What went wrong, as a problem.',
      content: { 'application/problem+json': { schema: problem } },
    },
  };
  for (const [status, { description, schema }] of Object.entries(each.answers)) {
    responses[status as '200'] = {
      description,
      content: {
        'application/json': { schema },
        ...(each.csv ? { 'text/csv': { schema: z.string() } } : {}),
        ...(each.html ? { 'text/html': { schema: z.string() } } : {}),
        ...(each.plainText ? { 'text/plain': { schema: z.string() } } : {}),
      },
      ...(each.etag ? { headers: z.object({ ETag: z.string() }) } : {}),
    };
  }
  if (each.etag && each.method === 'get') responses['304'] = { description: 'It is as you saw it (If-None-Match).' };
  const headers = requestHeaders(each);
  return {
    operationId: operationId(each),
    tags: [each.path.split('/')[1] ?? ''],
    summary: each.summary,
    description: [each.description, `Roles: ${(permissions[route] ?? []).join(', ')}.`].filter(Boolean).join('\n\n'),
    requestParams: {
      ...(each.params ? { path: each.params } : {}),
      ...(each.query ? { query: each.query } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(each.body
      ? { requestBody: { required: !each.bodyOptional, content: contentOf(each.body, each.asText?.types) } }
      : {}),
    responses,
  };
}

function contentOf(schema: z.ZodType, types: readonly string[] = ['application/json']) {
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

function requestHeaders({ ifMatch, idempotent }: Endpoint): z.ZodObject | undefined {
  if (!ifMatch && !idempotent) return undefined;
  const tag = z.string().meta({ description: 'The ETag of what you saw.' });
  const key = z.string().max(200).meta({ description: 'Yours; the same key gives the same answer again.' });
  return z.object({
    ...(ifMatch ? { 'If-Match': ifMatch === 'required' ? tag : tag.optional() } : {}),
    ...(idempotent ? { 'Idempotency-Key': key.optional() } : {}),
  });
}

/** `POST /tasks/{taskId}/pass-on` is `postTasksTaskIdPassOn`. */
function operationId({ method, path }: Endpoint): string {
  const words = path.split(/[^A-Za-z]+/).filter(Boolean);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
