import { chooseCoding, labelOf } from "@gp2gp/core";
import type { AnyEntry, Coded, Loss } from "@gp2gp/core";
import { tppSystems } from "../client-ids.ts";
import type { WireInput } from "../wire/wire-types.ts";
import type { ClientWriting } from "../writing/client-writing.ts";
import { isWritable } from "../writing/taking.ts";
import type { Taking } from "../writing/taking.ts";
import { reportMap } from "./write-code.ts";
import type { WrittenCode } from "./write-code.ts";

/** The drug of a concept in a scheme of the format, the preferred one first; undefined where it has none with a name. */
export function writeDrug(
  coded: Coded | undefined,
  taking: Taking,
  writing: ClientWriting,
  ...path: readonly (string | number)[]
): WireInput<"Drug"> | undefined {
  for (const system of drugSystems(writing)) {
    const index = coded?.codings.findIndex(
      (coding) => coding.system === system && coding.asserted === "source",
    );
    const coding = index === undefined ? undefined : coded?.codings[index];
    if (
      index === undefined ||
      !coding?.display ||
      !isWritable(coding.display) ||
      !isWritable(coding.code)
    )
      continue;
    for (const key of ["system", "code", "display", "asserted"])
      taking.take(...path, "codings", index, key);
    const next = coded?.codings[index + 1];
    const isPack =
      system === "multilex" &&
      next?.system === tppSystems.multilexPack &&
      /^[+-]?\d+$/.test(next.code);
    if (isPack)
      for (const key of ["system", "code", "asserted"])
        taking.take(...path, "codings", index + 1, key);
    return {
      "@FullName": coding.display,
      "@Scheme": drugSchemes[system],
      "@ProductID": coding.code,
      ...(isPack && { "@PackID": next.code }),
    };
  }
  return undefined;
}

const drugSchemes = { multilex: "Multilex", snomed: "Dmd" } as const;

/** The systems of drugs the format holds, the preferred one first. */
function drugSystems({ options }: ClientWriting): readonly (keyof typeof drugSchemes)[] {
  return options.drugScheme === "multilex" ? ["multilex", "snomed"] : ["snomed", "multilex"];
}

/**
 * The drug of medication that has no code of the format's, by a map that is sure enough; under the name
 * it was prescribed by, while its own codes are carried.
 */
export function writeMappedDrug(
  taking: Taking<Pick<AnyEntry, "concept">>,
  writing: ClientWriting,
  at: Pick<Loss, "record" | "section">,
): ({ readonly drug: WireInput<"Drug"> } & Pick<WrittenCode, "marks" | "reasons">) | undefined {
  const { concept } = taking.entry;
  const name = labelOf(concept);
  if (!concept || name === undefined || !isWritable(name)) return undefined;
  const chosen = chooseCoding(concept, {
    targets: drugSystems(writing),
    kind: "medication",
    terminology: writing.context.terminology,
  });
  if (chosen.by !== "map" || !isWritable(chosen.coding.code)) return undefined;
  const { system, code } = chosen.coding;
  const drug = {
    "@FullName": name,
    "@Scheme": system === "multilex" ? drugSchemes.multilex : drugSchemes.snomed,
    "@ProductID": code,
  };
  const from = concept.codings[chosen.from ?? 0];
  return { drug, ...reportMap({ from, to: chosen.coding }, { taking, writing, at }) };
}

/** The drug ingredient of a concept, in the richer grammar. */
export function writeIngredient(
  coded: Coded,
  taking: Taking,
  ...path: readonly (string | number)[]
): WireInput<"Ingredient"> | undefined {
  const index = coded.codings.findIndex(
    ({ system, asserted }) =>
      asserted === "source" && (system === tppSystems.multilexIngredient || system === "snomed"),
  );
  const coding = coded.codings[index];
  if (!coding || !isWritable(coding.code)) return undefined;
  for (const key of ["system", "code", "asserted"]) taking.take(...path, "codings", index, key);
  return {
    "@Scheme": coding.system === "snomed" ? "Dmd" : "Multilex",
    "@IngredientID": coding.code,
    "@Name": taking.words(...path, "codings", index, "display"),
    "@Details": taking.words(...path, "codings", index, "text"),
  };
}
