import { fastifySwagger } from "@fastify/swagger";
import { fastifySwaggerUi } from "@fastify/swagger-ui";
import { fastify } from "fastify";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DatabaseError } from "pg";
import type { Logger } from "pino";
import { describeError } from "../create-logger.ts";
import type { Metrics } from "../metrics.ts";
import type { TransferContext } from "../transfers/transfer-context.ts";
import { addHealthRoutes } from "./health-routes.ts";
import type { HealthRoutes } from "./health-routes.ts";
import { addPatientsRoutes } from "./patients-routes.ts";
import { addPracticesRoutes } from "./practices-routes.ts";
import { ApiProblem } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { addTransfersRoutes } from "./transfers-routes.ts";

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface ApiContext {
  readonly transfers: TransferContext;
  readonly metrics: Metrics;
  readonly unreadyBecause: HealthRoutes["unreadyBecause"];
}

/** The gateway's HTTP interface, described by OpenAPI at /docs. */
export async function createApi(context: ApiContext): Promise<Api> {
  const { transfers, metrics } = context;
  const { logger } = transfers;
  const api = fastify({
    logger: false,
    bodyLimit: 1_000_000,
    forceCloseConnections: "idle",
  }).withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  answerProblems(api, logger);
  // The route and never the address: somebody may have put a patient into it.
  api.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    metrics.request(route, reply.statusCode, reply.elapsedTime / 1000);
    logger.debug({ method: request.method, route, status: reply.statusCode }, "request");
  });
  await api.register(fastifySwagger, {
    openapi: {
      info: {
        title: "GP2GP gateway",
        description: "Moves a patient's whole GP record between two practices.",
        version: "1",
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await api.register(fastifySwaggerUi, { routePrefix: "/docs" });
  await api.register(async (scope) => {
    const routes: Api = scope.withTypeProvider<ZodTypeProvider>();
    addPracticesRoutes(routes, transfers);
    addPatientsRoutes(routes, transfers);
    addTransfersRoutes(routes, transfers);
    addHealthRoutes(routes, { metrics, unreadyBecause: context.unreadyBecause });
  });
  await api.ready();
  return api;
}

function answerProblems(api: Api, logger: Logger): void {
  const answer = (problem: Problem) => ({
    status: problem.status,
    body: JSON.stringify(problem),
  });
  api.setNotFoundHandler(async (_request, reply) => {
    const { status, body } = answer({
      type: "urn:gp2gp:problem:not-found",
      title: "There is nothing at this address.",
      status: 404,
      action: "See /docs for the addresses there are.",
    });
    return reply.code(status).type("application/problem+json").serializer(String).send(body);
  });
  api.setErrorHandler(async (error, request, reply) => {
    const { status, body } = answer(problemOf(error));
    if (status >= 500 && !(error instanceof ApiProblem))
      logger.error(
        { err: describeError(error), route: request.routeOptions.url },
        "a request failed",
      );
    return reply.code(status).type("application/problem+json").serializer(String).send(body);
  });
}

/** PostgreSQL's codes for text it cannot hold. */
const textErrors: ReadonlySet<string> = new Set(["22021", "22P02", "22P05"]);

function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  if (hasZodFastifySchemaValidationErrors(error))
    return {
      type: "urn:gp2gp:problem:request-invalid",
      title: "The request is not of the form this address takes.",
      status: 400,
      action: "Correct what is named and send it again; /docs shows the form.",
      errors: error.validation.map(({ instancePath, message }) => ({
        path: instancePath.replaceAll("/", ".").replace(/^\./, ""),
        message: message ?? "is wrong",
      })),
    };
  if (error instanceof DatabaseError && textErrors.has(error.code ?? ""))
    return {
      type: "urn:gp2gp:problem:request-invalid",
      title: "The request has a character that cannot be stored.",
      status: 400,
      action: "Leave NUL characters and halves of surrogate pairs out.",
    };
  const status = statusOf(error);
  return status < 500
    ? {
        type: "urn:gp2gp:problem:request-invalid",
        title: "The request cannot be read.",
        status,
        action: "Send JSON with the content type application/json, of at most 1 MB.",
      }
    : {
        type: "urn:gp2gp:problem:failed",
        title: "The request could not be done.",
        status: 500,
        action: "Try again; look at the log when it fails again.",
      };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : 500;
  return typeof status === "number" && status >= 400 ? status : 500;
}
