import { z } from "zod";

/** Why a value is not there: the HL7 version 3 null flavours, by their codes. */
export const absenceReasonSchema = z
  .enum(["NI", "UNK", "NA", "NASK", "ASKU", "NAV", "NASKU", "MSK", "OTH", "PINF", "NINF", "TRC"])
  .meta({
    id: "AbsenceReason",
    title: "Absence reason",
    description:
      "Why a value is missing: NI no information, UNK unknown, NA not applicable, NASK not asked, ASKU asked but unknown, NAV temporarily unavailable, MSK withheld, OTH other, PINF/NINF positive/negative infinity, TRC trace.",
  });
export type AbsenceReason = z.infer<typeof absenceReasonSchema>;
