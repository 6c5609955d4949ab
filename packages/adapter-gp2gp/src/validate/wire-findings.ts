import type { Finding, FindingCode, ParsedExtract } from "@gp2gp/hl7v3";
import { checkWire, ehrExtract, ehrExtractMessage } from "@gp2gp/hl7v3";
import type { ExtractRuleText, FindingPlace } from "./extract-finding.ts";
import type { FindingBook } from "./finding-book.ts";

const schema = "What the class has in RCMR_MT030101 and its wrapper.";

/** What stands there in a good message, for what the class tables find. */
const expectations: Readonly<Record<FindingCode, string>> = {
  "attribute-missing": "The attributes that the class requires.",
  "attribute-not-allowed": "The attributes of the restricted data type alone.",
  "attribute-unknown": "The attributes of the class alone.",
  "check-digit-wrong": "Ten digits with a right modulus 11 check digit.",
  "code-missing": "A code, or a null flavour that says why there is none.",
  "element-excess": schema,
  "element-exclusive": "One of the elements that exclude each other.",
  "element-missing": "The elements that the class requires.",
  "element-not-allowed": "The elements of the restricted data type alone.",
  "element-repeated": "The element once.",
  "element-unknown": schema,
  "extras-present": schema,
  "fixed-value-wrong": "The one value that the class gives the attribute.",
  "identifier-malformed": "An identifier with the root and form of its place.",
  "interaction-wrong": "The interaction id that the message's element names.",
  "interval-wrong": "low, high, center, width, or a pair that the schema allows.",
  "message-repeated": "One message in a document.",
  "namespace-missing": "The namespace urn:hl7-org:v3.",
  "order-wrong": "The elements in the order of the schema.",
  "outcome-unknown": "AA, AE or AR.",
  "reason-missing": "A reason.",
  "reason-unknown": "A reason that is known.",
  "text-stray": "No text where the class has none.",
  "type-missing": "An xsi:type.",
  "type-unknown": "An xsi:type that names a data type of HL7.",
  "value-malformed": "A text of the attribute's data type.",
  "value-missing": "A value, or a null flavour that says why there is none.",
  "version-later": "Parts of this version alone: RCMR_MT030101UK04 has no confidentialityCode.",
};

/** In what is recorded about the patient the codes of a class say what kind of statement it is, so they are errors there. */
const clinicalCodes: Readonly<Record<string, ExtractRuleText>> = {
  classCode: {
    rule: "class-code-wrong",
    severity: "error",
    message: "A class of the record has another class code than its own.",
    expected: "The class code that RCMR_MT030101 fixes for the class.",
  },
  moodCode: {
    rule: "mood-code-wrong",
    severity: "error",
    message: "A class of the record has another mood code than its own.",
    expected: "The mood code that RCMR_MT030101 fixes for the class.",
  },
  typeCode: {
    rule: "type-code-wrong",
    severity: "error",
    message: "A relationship of the record has another type code than its own.",
    expected: "The type code that RCMR_MT030101 fixes for the relationship.",
  },
};

/** Enters what the class tables find: what was found while a message was parsed, or what a made one is checked for. */
export function addWireFindings(
  book: FindingBook,
  parsed: Omit<ParsedExtract, "report"> & Partial<Pick<ParsedExtract, "report">>,
): void {
  const findings = parsed.report?.findings ?? checked(parsed);
  const left = new Map(parsed.report?.counts);
  for (const finding of findings) {
    book.add(ruleOf(finding), () => placeOf(finding));
    const count = left.get(finding.code);
    if (count !== undefined) left.set(finding.code, count - 1);
  }
  for (const [code, count] of left) {
    const like = findings.find((finding) => finding.code === code);
    if (like) book.count(ruleOf(like), count);
  }
}

function checked({
  envelope,
  version,
  message,
  extract,
}: Omit<ParsedExtract, "report">): readonly Finding[] {
  if (message === undefined) return checkWire(ehrExtract, extract, { version });
  const { interaction } = envelope;
  return checkWire(ehrExtractMessage, message, {
    version,
    ...(interaction !== undefined && { name: interaction }),
  });
}

function ruleOf({ code, severity, message, path, name }: Finding): ExtractRuleText {
  if (code === "fixed-value-wrong" && path.includes("/ehrComposition[")) {
    const clinical = clinicalCodes[name ?? ""];
    if (clinical) return clinical;
  }
  return { rule: code, severity, message, expected: expectations[code] };
}

function placeOf({ path, name, line }: Finding): FindingPlace {
  return { path, ...(name !== undefined && { name }), ...(line !== undefined && { line }) };
}
