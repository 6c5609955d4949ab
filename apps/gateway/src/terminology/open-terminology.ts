import { noMaps } from "@gp2gp/core";
import type { TerminologyV1 } from "@gp2gp/core";
import { openFileBytes, SourceError } from "@gp2gp/files";
import { createTerminology, openPack, smallPackUrl, TerminologyError } from "@gp2gp/terminology";
import type { TranslationPolicy } from "@gp2gp/terminology";
import type { Logger } from "pino";
import { AdvisedError } from "../advised-error.ts";

/** What the operator chose to translate codes by. */
export interface TerminologySettings {
  /** A terminology pack; the small one where none is named, no maps where it is `none`. */
  readonly pack?: string;
  readonly policy?: TranslationPolicy;
}

/** The code maps of a gateway; closed when it stops. */
export interface OpenTerminology {
  readonly terminology: TerminologyV1;
  close(): Promise<void>;
}

/**
 * Opens the code maps and says once, in the log, what codes are translated by. A pack that was named and
 * cannot be used ends the start; one that turns out damaged later ends its own use: codes are degraded.
 */
export function openTerminology(
  { pack: path, policy }: TerminologySettings,
  logger: Logger,
): OpenTerminology {
  if (path === "none") {
    logger.warn(
      "there is no terminology pack: a code that the receiving system does not have goes as a stand-in, with the code recorded beside it",
    );
    return { terminology: noMaps, close: async () => {} };
  }
  try {
    const file = openFileBytes(path ?? smallPackUrl);
    try {
      const pack = openPack(file);
      sayPack(pack.header, { isSmall: path === undefined, logger });
      const terminology = createTerminology(pack, policy && { policy });
      return { terminology: untilDamaged(terminology, logger), close: async () => file.close() };
    } catch (error) {
      file.close();
      throw error;
    }
  } catch (cause) {
    if (!(cause instanceof TerminologyError) && !(cause instanceof SourceError)) throw cause;
    throw new AdvisedError(
      `${path ?? "The small pack"}: ${cause.message}`,
      "Name another with GP2GP_PACK; leave it out for the small pack, or say `none` to translate no code.",
      { cause },
    );
  }
}

function sayPack(
  { name, sets }: ReturnType<typeof openPack>["header"],
  { isSmall, logger }: { readonly isSmall: boolean; readonly logger: Logger },
): void {
  if (isSmall)
    logger.warn(
      "codes are translated by the small pack that comes with the gateway, which knows a few hundred; name a pack of the published maps with GP2GP_PACK",
    );
  else
    logger.info(
      { pack: name, sets: sets.map(({ id, release }) => `${id} ${release}`) },
      "codes are translated by a terminology pack",
    );
}

/** Answers from a pack until a part of it proves damaged, which is said once; from then on there are no maps. */
function untilDamaged(terminology: TerminologyV1, logger: Logger): TerminologyV1 {
  let current = terminology;
  return {
    specificationVersion: "v1",
    translate(request) {
      try {
        return current.translate(request);
      } catch (error) {
        if (!(error instanceof TerminologyError) && !(error instanceof SourceError)) throw error;
        current = noMaps;
        logger.error(
          { err: error },
          "the terminology pack is damaged and no longer used: codes that the receiving system does not have go as stand-ins until the gateway is started with a whole pack",
        );
        return current.translate(request);
      }
    },
  };
}
