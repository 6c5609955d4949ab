import { degradeKindOf } from "@gp2gp/core";
import type {
  Coded,
  Coding,
  MappedCoding,
  TerminologyV1,
  TranslationAnswer,
  TranslationRequest,
} from "@gp2gp/core";
import { AnswerCache } from "./answer-cache.ts";
import type { TerminologyPack } from "./pack/terminology-pack.ts";
import { recogniseSystem } from "./systems/recognise-system.ts";
import type { CodeRequest, CodeTranslation, NoMapReason } from "./translate/code-translation.ts";
import { defaultPolicy } from "./translate/policy.ts";
import type { TranslationPolicy } from "./translate/policy.ts";
import { translateCode } from "./translate/translate-code.ts";
import type { Reach } from "./translate/translate-code.ts";

/** A terminology of one pack, as adapters are given it. */
export interface PackTerminology extends TerminologyV1 {
  readonly pack: TerminologyPack;
  readonly policy: TranslationPolicy;
  /** Translates one code and tells all there is to tell about it. */
  translateCode(request: CodeRequest): CodeTranslation;
}

export interface TerminologyOptions {
  /** What an operator sets; kinds that are not named keep their default. */
  readonly policy?: Partial<TranslationPolicy>;
}

/** The terminology that answers from a pack, by the policy of its operator. */
export function createTerminology(
  pack: TerminologyPack,
  options: TerminologyOptions = {},
): PackTerminology {
  const policy = { ...defaultPolicy, ...options.policy };
  const answers = new AnswerCache();
  return {
    specificationVersion: "v1",
    pack,
    policy,
    translate: (request) =>
      answers.get(request) ?? answers.keep(request, translateConcept(pack, policy, request)),
    translateCode: (request) => translateCode(pack, request),
  };
}

/** Reasons, the most telling first. */
const reasons: readonly NoMapReason[] = [
  "ambiguous",
  "unassured-policy",
  "invalid-code",
  "no-map",
  "unknown-system",
];

/**
 * A concept in one of the target's systems: maps that lead there directly come before those by way of
 * another system, a target's native system before its others, the source's main code before its
 * translations. Where the main code is ambiguous, a translation may decide among what it could be.
 */
function translateConcept(
  pack: TerminologyPack,
  policy: TranslationPolicy,
  request: TranslationRequest,
): TranslationAnswer {
  const sources = sourcesOf(request.coded);
  const searches = request.targets.map((target) => new TargetSearch(target, sources));
  for (const reach of ["direct", "pivot"] as const) {
    for (const search of searches) {
      const answer = search.next(reach, (coding, system) =>
        translateCode(
          pack,
          {
            system,
            code: coding.code,
            ...(coding.termId !== undefined && { termId: coding.termId }),
            target: search.target,
            texts: textsOf(request.coded, coding),
            hasValue: request.hasValue ?? false,
            atLeast: policy[request.kind],
          },
          reach,
        ),
      );
      if (answer) return answer;
    }
  }
  const refusals = new Set(searches.flatMap((search) => [...search.refusals]));
  if (sources.some(({ system }) => system === undefined)) refusals.add("unknown-system");
  return { outcome: "no-map", reason: reasons.find((reason) => refusals.has(reason)) ?? "no-map" };
}

function textsOf(coded: Coded, coding: Coding): string[] {
  return [coding.display, coding.text, coded.text].filter((text) => text !== undefined);
}

/** The search for a concept's code in one of the target's systems. */
class TargetSearch {
  readonly target: string;
  readonly refusals = new Set<NoMapReason>();
  readonly #sources: readonly SourceCoding[];
  /** Codings of which nothing more is to be had. */
  readonly #done = new Set<SourceCoding>();
  /** What an ambiguous coding could be: others may only decide among these. */
  #among: ReadonlySet<string> | undefined;

  constructor(target: string, sources: readonly SourceCoding[]) {
    this.target = target;
    this.#sources = sources;
  }

  next(
    reach: Reach,
    translate: (coding: Coding, system: string) => CodeTranslation,
  ): Extract<TranslationAnswer, { outcome: "mapped" }> | undefined {
    for (const source of this.#sources) {
      const { coding, system, index, renamed } = source;
      if (system === undefined || this.#done.has(source)) continue;
      if (system === this.target) {
        if (renamed !== undefined && reach === "direct")
          return { outcome: "mapped", coding: renamed, from: index };
        continue;
      }
      const answer = translate(coding, system);
      if (answer.outcome === "no-map") this.#refuse(source, answer);
      else if (!this.#among || this.#among.has(conceptOf(this.target, answer.coding.code))) {
        const also = answer.also.length > 0 ? { also: answer.also } : {};
        return { outcome: "mapped", coding: answer.coding, from: index, ...also };
      }
    }
    return undefined;
  }

  #refuse(source: SourceCoding, answer: Extract<CodeTranslation, { outcome: "no-map" }>): void {
    this.refusals.add(answer.reason);
    if (answer.final === true) this.#done.add(source);
    if (answer.reason === "ambiguous")
      this.#among ??= new Set(
        answer.candidates.map(({ coding }) => conceptOf(this.target, coding.code)),
      );
  }
}

interface SourceCoding {
  readonly coding: Coding;
  readonly index: number;
  /** The system the pack knows it by; undefined where it is not known or not given. */
  readonly system: string | undefined;
  /** The coding under its system's own name, where the source used another name for it. */
  readonly renamed?: MappedCoding;
}

/** What the source itself coded, in its order, without stand-ins. */
function sourcesOf(coded: Coded): readonly SourceCoding[] {
  return coded.codings.flatMap((coding, index): SourceCoding[] => {
    const { system, code, asserted } = coding;
    if (asserted !== "source") return [];
    const recognised = system === undefined ? undefined : recogniseSystem(system);
    if (degradeKindOf(recognised?.system, code) !== undefined) return [];
    if (!recognised || recognised.system === system)
      return [{ coding, index, system: recognised?.system }];
    const renamed: MappedCoding = {
      ...coding,
      system: recognised.system,
      asserted: "mapped",
      map: {
        set: "code-system-names",
        release: "1",
        method: recognised.by === "typo" ? "system-typo" : "system-alias",
        assured: true,
      },
    };
    return [{ coding, index, system: recognised.system, renamed }];
  });
}

/** Read v2 codes of different terms are of one concept. */
function conceptOf(system: string, code: string): string {
  return system === "read-v2" ? code.slice(0, 5) : code;
}
