import { describeResponseCode, formatResponseCode } from "@gp2gp/conversation";
import { z } from "zod";

/** The shape of every error of the API (RFC 9457). It names no value of a patient. */
export const problemSchema = z
  .strictObject({
    type: z.string().meta({ description: "Names the kind of problem, for machines." }),
    title: z.string().meta({ description: "What is wrong, for people." }),
    status: z.number().int(),
    detail: z.string().optional(),
    action: z.string().meta({ description: "What to do about it." }),
    code: z.string().optional().meta({ description: "The GP2GP response code, such as 06 or 19." }),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ title: "Problem", description: "Why a request was not done, and what to do." });
export type Problem = z.infer<typeof problemSchema>;

/** Thrown by a route, answered as `application/problem+json`. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;

  constructor(problem: Omit<Problem, "type"> & { readonly type: string }) {
    super(problem.title);
    this.problem = { ...problem, type: `urn:gp2gp:problem:${problem.type}` };
  }
}

/** A problem that GP2GP has a response code for. */
export function codeProblem(status: number, code: number): ApiProblem {
  const { meaning, action } = describeResponseCode(code);
  const written = formatResponseCode(code);
  return new ApiProblem({
    type: `response-code-${written}`,
    status,
    title: meaning,
    action,
    code: written,
  });
}

export function notFound(what: string): ApiProblem {
  return new ApiProblem({
    type: "not-found",
    status: 404,
    title: `There is no such ${what}.`,
    action: "Check the address.",
  });
}
