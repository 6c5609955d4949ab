import { labelOfSystem } from "@gp2gp/core";
import type { Coding } from "@gp2gp/core";
import type { Assurance } from "@gp2gp/terminology";
import { plainText } from "../output/plain-text.ts";

const words: Readonly<Record<Assurance, string>> = {
  assured: "clinically assured",
  unassured: "not assured",
  unknown: "assurance unknown",
};

export function assuranceInWords(assurance: Assurance): string {
  return words[assurance];
}

/** `Read v2 136..00 "Alcohol consumption"`. */
export function codingInWords({
  system,
  code,
  termId,
  display,
}: Pick<Coding, "system" | "code" | "termId" | "display">): string {
  return [
    labelOfSystem(system ?? "-"),
    plainText(code, 80),
    ...(termId === undefined ? [] : [`(${plainText(termId, 20)})`]),
    ...(display === undefined ? [] : [`"${plainText(display, 120)}"`]),
  ].join(" ");
}
