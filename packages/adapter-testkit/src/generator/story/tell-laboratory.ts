import type { EntryId, QuantityRange } from "@gp2gp/core";
import { roleCoded } from "@gp2gp/core";
import type { SampleCodeName } from "../../codes/sample-codes.ts";
import { dateOfDay, minuteOfDay } from "../calendar.ts";
import type { Life, Scope } from "../life.ts";

interface Analyte {
  readonly name: SampleCodeName;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly places: number;
}

interface Panel {
  readonly title: string;
  readonly header: SampleCodeName;
  readonly material: string;
  readonly analytes: readonly Analyte[];
}

const analyte = (
  name: SampleCodeName,
  unit: string,
  low: number,
  high: number,
  places = 1,
): Analyte => ({ name, unit, low, high, places });

/** Panels as laboratories report them, with units and reference ranges for adults. */
export const panels = {
  bloodCount: {
    title: "Full blood count",
    header: "fullBloodCount",
    material: "Venous blood",
    analytes: [
      analyte("haemoglobin", "g/L", 130, 170, 0),
      analyte("whiteCells", "10*9/L", 4, 11),
      analyte("platelets", "10*9/L", 150, 450, 0),
      analyte("neutrophils", "10*9/L", 2, 7.5),
      analyte("meanCellVolume", "fL", 80, 100),
    ],
  },
  kidneys: {
    title: "Urea and electrolytes",
    header: "ureaAndElectrolytes",
    material: "Venous blood",
    analytes: [
      analyte("sodium", "mmol/L", 133, 146, 0),
      analyte("potassium", "mmol/L", 3.5, 5.3),
      analyte("urea", "mmol/L", 2.5, 7.8),
      analyte("creatinine", "umol/L", 59, 104, 0),
      analyte("glomerularFiltration", "mL/min/1.73m*2", 60, 90, 0),
    ],
  },
  lipids: {
    title: "Fasting lipids",
    header: "cholesterol",
    material: "Venous blood",
    analytes: [
      analyte("cholesterol", "mmol/L", 3, 5),
      analyte("hdl", "mmol/L", 1, 2.2, 2),
      analyte("triglycerides", "mmol/L", 0.5, 1.7, 2),
    ],
  },
  sugar: {
    title: "Glycated haemoglobin",
    header: "haemoglobinA1c",
    material: "Venous blood (EDTA)",
    analytes: [
      analyte("haemoglobinA1c", "mmol/mol", 20, 42, 0),
      analyte("fastingGlucose", "mmol/L", 3.5, 6),
    ],
  },
  thyroid: {
    title: "Thyroid function",
    header: "thyroidStimulatingHormone",
    material: "Venous blood",
    analytes: [
      analyte("thyroidStimulatingHormone", "mU/L", 0.27, 4.2, 2),
      analyte("freeThyroxine", "pmol/L", 12, 22),
    ],
  },
} as const satisfies Readonly<Record<string, Panel>>;

/** A test asked for, and the laboratory's report of it: a battery of results in a specimen, with the comment it was filed with. */
export function reportPanel(life: Life, scope: Scope, panelName: keyof typeof panels): EntryId {
  const panel: Panel = panels[panelName];
  const { random, cast } = life;
  const number = `${String(random.whole(10, 99))}B${String(random.whole(100_000, 999_999))}`;
  const collected = dateOfDay(scope.day - 3);
  const request = life.add("testRequests", scope, {
    concept: life.code(panel.header),
    effective: { kind: "point", at: collected },
    requestedFor: collected,
    provider: cast.laboratory,
    clinicalInformation: "Annual review",
    fasted: panelName === "lipids",
    results: [],
  });
  const report = life.add("testReports", scope, {
    kind: "pathology",
    concept: life.code("laboratory"),
    identifiers: [{ system: "testkit:report-number", value: number }],
    effective: { kind: "point", at: collected },
    collected,
    issued: minuteOfDay(scope.day - 2, random.whole(540, 1000)),
    received: minuteOfDay(scope.day - 1, random.whole(60, 400)),
    provider: cast.laboratory,
    request,
    texts: [{ role: "comment", text: "Filed without action." }],
    outcome: { text: "Normal - no action", codings: [] },
    batteryHeaders: [panel.title],
    participants: [{ role: roleCoded("performer"), agent: cast.laboratory }],
    specimens: [
      {
        identifiers: [{ system: "testkit:specimen", value: `S${number}` }],
        material: panel.material,
        collected: { kind: "point", at: collected },
        received: minuteOfDay(scope.day - 2, random.whole(400, 500)),
        fasting: panelName === "lipids" ? "Fasting" : "Not stated",
      },
    ],
  });
  const inReport = { ...scope, within: report };
  const battery = life.heading(inReport, "battery", panel.title);
  for (const one of panel.analytes) measureAnalyte(life, battery, one);
  return report;
}

function measureAnalyte(life: Life, scope: Scope, one: Analyte): void {
  const { random } = life;
  const margin = (one.high - one.low) * 0.3;
  const value = random.decimal(Math.max(0, one.low - margin), one.high + margin, one.places);
  const below = Number(value) < one.low;
  const abnormal = below || Number(value) > one.high;
  life.observe(scope, one.name, {
    category: "value",
    value: {
      kind: "quantity",
      quantity: {
        value: random.chance(0.04) ? String(one.high) : value,
        unit: one.unit,
        ...(random.chance(0.04) && { comparator: random.pick([">", "<", ">=", "<="]) }),
      },
    },
    referenceRanges: [{ range: rangeOf(one) }],
    abnormal,
    ...(abnormal && {
      interpretation: {
        codings: [
          {
            system: "urn:oid:2.16.840.1.113883.2.1.6.5",
            code: below ? "LO" : "HI",
            display: below ? "Below low reference limit" : "Above high reference limit",
            asserted: "source" as const,
          },
        ],
      },
      texts: [
        {
          role: "comment" as const,
          text: "Outside the range of the laboratory; repeat in 3 months.",
        },
      ],
    }),
  });
}

function rangeOf({ low, high, unit }: Analyte): QuantityRange {
  return {
    low: { value: String(low), unit },
    high: { value: String(high), unit },
  };
}
