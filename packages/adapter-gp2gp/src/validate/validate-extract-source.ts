import type { Source } from "@gp2gp/core";
import { Hl7MessageError, parseEhrExtractMessage } from "@gp2gp/hl7v3";
import { parseXml, XmlReadError } from "@gp2gp/xml";
import { extractPartOf } from "../extract/read/extract-source.ts";
import type { ExtractValidation } from "./extract-finding.ts";
import type { ValidateExtractOptions } from "./validate-extract.ts";
import { validateExtract } from "./validate-extract.ts";

/** An extract that was validated where it came from. */
export interface ValidatedSource {
  /** The part that holds the extract. */
  readonly part: string;
  readonly validation: ExtractValidation;
}

/**
 * Validates the EHR Extract of a source, whatever stands around it; undefined where the source holds none that can be
 * read. The other parts of the source are the files that came along; of a message that is alone nobody knows whether any
 * did, so they are not looked for.
 */
export async function validateExtractSource(
  source: Source,
  {
    signal,
    ...options
  }: Omit<ValidateExtractOptions, "parts"> & { readonly signal?: AbortSignal } = {},
): Promise<ValidatedSource | undefined> {
  const part = await extractPartOf(source);
  if (part === undefined) return undefined;
  const parts = source.parts.filter((other) => other !== part);
  try {
    const document = await parseXml(part.open(), signal ? { signal } : {});
    const validation = validateExtract(parseEhrExtractMessage(document), {
      ...options,
      ...(parts.length > 0 && { parts }),
    });
    return { part: part.name, validation };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof XmlReadError || Hl7MessageError.isInstance(error)) return undefined;
    throw error;
  }
}
