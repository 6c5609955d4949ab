import { testContext } from "@gp2gp/adapter-testkit";
import { bytesOf, patientRecordSchema, sourceOfBytes, systemOfOid } from "@gp2gp/core";
import { parseEhrExtractMessage } from "@gp2gp/hl7v3";
import { parseXml } from "@gp2gp/xml";
import type { XsdSchema } from "@gp2gp/xsd";
import { gp2gpEhrExtract } from "../index.ts";
import { validateExtractSource } from "../validate/index.ts";
import { leavesOf, missingLeaves } from "./leaves.ts";

/**
 * What is not as promised when a message is read and written again. One that its schema allows comes back leaf by
 * leaf. Of any other every value is in the record, its residue or an issue. What is written is valid by the schema,
 * and breaks none of our own rules that the message did not break.
 */
export async function brokenPromises(
  message: Uint8Array,
  formatVersion: "UK06" | "UK07",
  schema: XsdSchema | undefined,
): Promise<string[]> {
  const context = testContext({ formatVersion, confidential: "carry" });
  const read = await gp2gpEhrExtract.read?.(sourceOfBytes("extract.xml", message), context);
  if (!read?.ok) return ["is not read"];
  const written = await gp2gpEhrExtract.write?.(read.record, context);
  const [part] = written?.ok ? written.artefact.parts : [];
  if (!part) return ["is not written"];
  const home = await bytesOf(part);
  const [before, after] = [await parseXml(message), await parseXml(home)];
  const [own, theirs] = [leavesOf(before.root), leavesOf(after.root)];
  const { findings } = parseEhrExtractMessage(before).report;
  const isSound =
    findings.every(({ severity }) => severity !== "error") &&
    (schema === undefined || schema.validate(message).length === 0);
  const told = JSON.stringify([read.record, read.issues]);
  return [
    ...(isSound
      ? missingLeaves(own, theirs).map((leaf) => `lost ${leaf}`)
      : vanished(own, theirs, told).map((leaf) => `vanished ${leaf}`)),
    ...(isSound ? missingLeaves(theirs, own).map((leaf) => `added ${leaf}`) : []),
    ...(schema?.validate(home) ?? []).map(({ detail }) => `invalid ${detail}`),
    ...(patientRecordSchema.safeParse(read.record).error?.issues ?? []).map(
      ({ path, message: fault }) => `gives no valid record: ${path.join("/")} ${fault}`,
    ),
    ...(await newlyBroken(message, home)),
  ];
}

/** Values that stand neither in what is written nor in what is told. */
function vanished(before: readonly string[], after: readonly string[], told: string): string[] {
  return missingLeaves(before.map(valueOf), after.map(valueOf)).filter((leaf) => {
    const words = leaf.slice(leaf.indexOf("=") + 1).trim();
    if (words === "" || fixedCodes.test(leaf)) return false;
    return ![words, systemOfOid(words)].some((one) =>
      told.includes(JSON.stringify(one).slice(1, -1)),
    );
  });
}

/** Codes that say which class something is of, not what is there. */
const fixedCodes = /^@(?:class|mood|type|determiner)Code=/;

/** A leaf without the path of its element. */
const valueOf = (leaf: string): string => /(?:@[\w:]+|text\(\))=[^]*$/.exec(leaf)?.[0] ?? "";

async function newlyBroken(message: Uint8Array, home: Uint8Array): Promise<string[]> {
  const [before, after] = [await errorsOf(message), await errorsOf(home)];
  return [...after].flatMap(([rule, count]) =>
    count > (before.get(rule) ?? 0) ? [`breaks the rule ${rule}`] : [],
  );
}

async function errorsOf(message: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const validated = await validateExtractSource(sourceOfBytes("extract.xml", message));
  const errors = validated?.validation.rules.filter(({ severity }) => severity === "error") ?? [];
  return new Map(errors.map(({ rule, count }) => [rule, count]));
}
