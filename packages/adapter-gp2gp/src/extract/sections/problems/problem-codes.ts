import type { Problem } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";
import { writeText } from "../../values/text.ts";

type Activity = NonNullable<Problem["activity"]>;
type Significance = NonNullable<Problem["significance"]>;

const snomed = "2.16.840.1.113883.2.1.3.2.4.15";

// gp2gp-messages 2.4: LinkSet code and qualifier
const activities = [
  { activity: "active", code: "394774009", displayName: "Active Problem" },
  { activity: "inactive", code: "394775005", displayName: "Inactive Problem" },
] as const;
const significances = [
  { significance: "major", code: "386134007", displayName: "Significant" },
  // real EMIS messages call this "Not Significant (Minor)"
  { significance: "minor", code: "394847000", displayName: "Unspecified significance" },
] as const;

/** The code of a set of links that says nothing of an activity: a problem, or the documents of a referral. */
export const unspecifiedProblemCode = "394776006";
const unspecified = { code: unspecifiedProblemCode, displayName: "Unspecified problem" };

/** The activity a LinkSet code gives; undefined for one that is not known. */
export function readActivity(code: CD | undefined): Activity | undefined {
  return activities.find((known) => known.code === code?.code)?.activity;
}

/** The significance that the qualifiers of a LinkSet code give. */
export function readSignificance(code: CD | undefined): Significance | undefined {
  const names = (code?.qualifier ?? []).map((qualifier) => qualifier.name?.code);
  return significances.find((known) => names.includes(known.code))?.significance;
}

/** The LinkSet code of an activity and a significance. What the codes have no word for is left to be carried. */
export function writeProblemCode(
  activity: Activity | undefined,
  significance: Significance | undefined,
  shown: string | undefined,
): CD {
  const stated = activity === "past" ? "inactive" : activity;
  const code = activities.find((known) => known.activity === stated) ?? unspecified;
  const originalText = writeText(shown);
  const qualifier = significances.find((known) => known.significance === significance);
  return {
    code: code.code,
    codeSystem: snomed,
    displayName: code.displayName,
    ...(originalText && { originalText }),
    ...(qualifier && {
      qualifier: [
        {
          inverted: "false",
          name: {
            code: qualifier.code,
            codeSystem: snomed,
            displayName: qualifier.displayName,
          },
        },
      ],
    }),
  };
}
