import { testContext } from "@gp2gp/adapter-testkit";
import { readTabular } from "@gp2gp/tabular";
import { describe, expect, it } from "vitest";
import { miquestFormat } from "../miquest-format.ts";
import { setOf } from "../testing/response-set.ts";
import { testkitProfile } from "../testing/testkit-miquest-adapter.ts";

/** So many patients, whose entries lie in turn, with values of several lines among them. */
function setOfMany(patients: number, entries: number) {
  const keys = Array.from({ length: patients }, (_, at) => String(at + 1));
  const noted = Array.from({ length: entries }, (_, at) =>
    keys.flatMap((key) => [
      `$1,"${key}","2008010${String((at % 9) + 1)}","H33..","Entry ${String(at)} of ${key}"`,
      `$1,"${key}","20080201","9N1C.","Lines`,
      `of ${key}"`,
    ]),
  );
  return setOf(
    {
      category: "PATIENTS",
      columns: ["NHS_NUMBER", "REFERENCE", "SEX"],
      lines: keys.map((key) => `$1,"${String(9_990_000_000 + Number(key))}","${key}","F"`),
    },
    {
      category: "JOURNALS",
      columns: ["REFERENCE", "DATE", "CODE", "TEXT"],
      lines: [...noted.flat(), '$1,"3","too short"'],
    },
  );
}

describe("a set of many patients", () => {
  it("is read a few patients at a time as it is read at once", async () => {
    const read = (limits: { keepBytes: number; batchBytes: number }) =>
      Array.fromAsync(
        readTabular(miquestFormat(testkitProfile), setOfMany(30, 12), testContext(), {
          patientBytes: 1e6,
          ...limits,
        }),
      );
    const atOnce = await read({ keepBytes: 1e6, batchBytes: 1e6 });
    expect(atOnce.map(({ result }) => result.ok && result.record.observations.length)).toEqual(
      Array.from({ length: 30 }, () => 24),
    );
    expect(await read({ keepBytes: 0, batchBytes: 3_000 })).toEqual(atOnce);
    expect(await read({ keepBytes: 0, batchBytes: 1 })).toEqual(atOnce);
  });
});
