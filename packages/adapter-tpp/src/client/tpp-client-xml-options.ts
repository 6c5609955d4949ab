import { checkedOptions, partialDateTimeSchema } from "@gp2gp/core";
import { z } from "zod";
import { formatId } from "./native-data.ts";

const words = z.string().trim().min(1);

/** What a caller may say about writing, under `tpp-client-xml` in the options of the context. */
export const tppClientXmlOptionsSchema = z
  .strictObject({
    messageUid: words.optional().meta({ description: "Id of the message; made where not given." }),
    organisationId: words.optional().meta({ description: "The receiving unit, as TPP names it." }),
    patientUid: words.optional().meta({ description: "The patient, as TPP names the patient." }),
    careStartDate: partialDateTimeSchema
      .optional()
      .meta({ description: "When care began, where the record has no registration." }),
    registrationType: words
      .optional()
      .meta({ description: "GMS, private …, where the record has no registration." }),
    codeScheme: z
      .enum(["ctv3", "snomed"])
      .default("ctv3")
      .meta({ description: "The scheme preferred where the record has both." }),
    drugScheme: z
      .enum(["multilex", "dmd"])
      .default("multilex")
      .meta({ description: "The drug scheme preferred where the record has both." }),
  })
  .meta({ title: "TPP client XML options", description: "Options of writing TPP record XML." });
export type TppClientXmlOptions = z.infer<typeof tppClientXmlOptionsSchema>;

/** The options of a context, checked. */
export function optionsOf(
  options: Readonly<Record<string, unknown>> | undefined,
): TppClientXmlOptions {
  return checkedOptions(tppClientXmlOptionsSchema, formatId, options);
}
