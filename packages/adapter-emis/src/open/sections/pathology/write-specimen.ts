import type { Specimen } from "@gp2gp/core";
import { decimalSchema } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import type { WireSpecimen } from "../../wire/pathology-types.ts";
import { specimenSystem } from "../groups/read-investigation.ts";

/** A specimen of a report. */
export function writeSpecimen(
  specimen: Specimen,
  report: string,
  take: (...path: (string | number)[]) => void,
): WireSpecimen {
  const [id] = specimen.identifiers ?? [];
  const known = id?.system === specimenSystem;
  if (known) take("identifiers", 0);
  const [amount = "", ...units] = (specimen.volume ?? "").split(" ");
  const measured = decimalSchema.safeParse(amount).success;
  const date = (at: string | undefined, ...path: string[]): string | undefined => {
    const written = at === undefined ? undefined : writePlainDate(at);
    if (written?.exact) take(...path);
    return written?.text;
  };
  const { collected } = specimen;
  if (collected !== undefined) take("collected", "kind");
  for (const member of ["material", "procedure", "site", "fasting", "comments", "volume"])
    take(member);
  return {
    ReportID: report,
    SpecimenID: known ? id.value : "",
    SpecimenType: specimen.material,
    FastingStatus: specimen.fasting,
    SpecimenVolume: measured ? amount : undefined,
    SpecimenUnits: measured ? units.join(" ") || undefined : specimen.volume,
    CollectionProcedure: specimen.procedure,
    AnotomicalOrigin: specimen.site,
    SpecimenTextList: specimen.comments && {
      EDIComment: specimen.comments.map((FTX) => ({ FTX })),
    },
    SampleDateTime: collected?.kind === "point" ? date(collected.at, "collected", "at") : undefined,
    CollectionStartDate:
      collected?.kind === "period" ? date(collected.start, "collected", "start") : undefined,
    CollectionEndDate:
      collected?.kind === "period" ? date(collected.end, "collected", "end") : undefined,
    ReceivedByLabDateTime: date(specimen.received, "received"),
  };
}
