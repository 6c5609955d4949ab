import { sampleCode, sampleCoding } from "../codes/sample-codes.ts";
import type { Situation } from "./canonical-record.ts";

/** What is said in codes: several at once, none that is known, refined ones. */
export const codingSituations: readonly Situation[] = [
  {
    name: "several-codings",
    situation:
      "One idea in CTV3, Read v2 and SNOMED CT, one of them mapped, with the words it was recorded in.",
    rule: "Every coding stays, in order, with who asserted it; translation adds and never replaces.",
    tell(sheet) {
      sheet.record.observations.push({
        ...sheet.entry("asthma"),
        ...sheet.onTheDay,
        concept: {
          text: "Asthma since the new carpet",
          codings: [
            { ...sampleCoding("asthma", "ctv3"), termId: "Y20pK" },
            sampleCoding("asthma", "read-v2"),
            {
              ...sampleCoding("asthma", "snomed"),
              asserted: "mapped",
              map: {
                set: "testkit",
                release: "2020-02",
                mapId: "1",
                method: "table",
                assured: true,
              },
            },
          ],
        },
      });
    },
  },
  {
    name: "codes-without-a-home",
    situation:
      "A local code, a code whose system nobody named, a degraded code, a word nobody could read.",
    rule: "A code no map knows is kept beside its stand-in; a stand-in that comes back is not a second meaning.",
    tell(sheet) {
      const { record } = sheet;
      record.observations.push(
        {
          ...sheet.entry("local"),
          ...sheet.onTheDay,
          concept: {
            codings: [
              { system: "tpp:local", code: "Y1234", display: "Walks with dog", asserted: "source" },
            ],
          },
        },
        {
          ...sheet.entry("no system"),
          ...sheet.onTheDay,
          concept: { codings: [{ code: "DNA", asserted: "source" }] },
        },
        {
          ...sheet.entry("degraded"),
          ...sheet.onTheDay,
          concept: {
            text: "Podagra",
            codings: [{ system: "read-v2", code: "9bJ..00", asserted: "source" }],
            degrade: { kind: "record-entry", reason: "received" },
          },
        },
        {
          ...sheet.entry("illegible"),
          ...sheet.onTheDay,
          concept: { absent: "UNK", text: "(illegible)", codings: [] },
        },
      );
    },
  },
  {
    name: "qualifiers",
    situation:
      "A cataract of the left eye, certain, with a qualifier that has a name and no value.",
    rule: "Both halves of a qualifier stay, and so does one that has only a half.",
    tell(sheet) {
      sheet.record.observations.push({
        ...sheet.entry("cataract"),
        ...sheet.onTheDay,
        concept: {
          ...sampleCode("cataractPresent", "vision"),
          qualifiers: [
            {
              name: { text: "Laterality", codings: [] },
              value: {
                codings: [
                  { system: "snomed", code: "7771000", display: "Left", asserted: "source" },
                ],
              },
            },
            { name: { text: "Episodicity", codings: [] } },
          ],
        },
        uncertainty: { text: "Certain", codings: [] },
      });
    },
  },
];
