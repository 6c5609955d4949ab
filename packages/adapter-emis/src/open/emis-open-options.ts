import { z } from "zod";

/** Options of emis-open: facts of the envelope that no record holds. */
export const emisOpenOptionsSchema = z
  .strictObject({
    originatorSystem: z
      .strictObject({ name: z.string().min(1), version: z.string().min(1).optional() })
      .optional()
      .meta({ description: "The system a written record says it comes from." }),
    originatorOrganisation: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Id of the agent of the record that sends it." }),
    postType: z
      .enum(["file", "view"])
      .optional()
      .meta({ description: "What the receiver is asked to do; needs a session id." }),
    sessionId: z.string().min(1).optional(),
  })
  .meta({ title: "EMIS Open options", description: "Envelope facts of an EMIS Open record." });
export type EmisOpenOptions = z.infer<typeof emisOpenOptionsSchema>;
