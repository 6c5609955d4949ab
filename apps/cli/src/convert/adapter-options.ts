import type { AdapterContext } from "@gp2gp/core";
import type { ConvertOptions } from "./convert-options.ts";

/** Envelope facts of the command line as the options of the format that is written; those not given are left out. */
export function adapterOptions(options: ConvertOptions): NonNullable<AdapterContext["options"]> {
  const { senderOds, receiverOds, senderAsid, receiverAsid, requestId } = options;
  const given = Object.entries({
    senderOds,
    receiverOds,
    senderAsid,
    receiverAsid,
    requestId,
  }).filter(([, value]) => value !== undefined);
  return given.length === 0 ? {} : { [options.to]: Object.fromEntries(given) };
}
