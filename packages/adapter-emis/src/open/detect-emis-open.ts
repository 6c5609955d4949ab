import type { SourcePeek } from "@gp2gp/core";
import { medicalRecordNamespace } from "./wire/medical-record-type.ts";

const encodings = ["utf-8", "utf-16le", "utf-16be"] as const;
const opening = /<(?:[\w.-]+:)?MedicalRecord[\s>/]/;

/** Whether one of the parts begins like an EMIS Open medical record, bare or in an envelope. */
export function detectEmisOpen({ parts }: SourcePeek): "yes" | "maybe" | "no" {
  const answers = parts.map(({ head }) => detectHead(head));
  const yes = answers.filter((answer) => answer === "yes").length;
  if (yes === 1 && parts.length === 1) return "yes";
  return answers.length === 1 ? (answers[0] ?? "no") : "no";
}

function detectHead(head: Uint8Array): "yes" | "maybe" | "no" {
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(head);
    if (!/^[\uFEFF\s]*</.test(text)) continue;
    if (text.includes(medicalRecordNamespace)) return "yes";
    if (opening.test(text) && /<(?:Registration|EventList|ConsultationList)[\s>/]/.test(text))
      return "maybe";
  }
  return "no";
}
