import { openSources, SourceError } from "@gp2gp/files";
import type { OpenedSources } from "@gp2gp/files";
import { InputError } from "../input-error.ts";
import { plainText } from "../output/plain-text.ts";
import { chooseFormat } from "./choose-format.ts";
import type { Session } from "./session.ts";

/** Opens an INPUT argument, its format found or named by `--from`. */
export async function openInput(
  input: string,
  session: Session,
  from: string | undefined,
): Promise<OpenedSources> {
  const format = from === undefined ? {} : { from: chooseFormat(session.registry, from) };
  try {
    return await openSources(input, session.registry, { signal: session.signal, ...format });
  } catch (error) {
    if (error instanceof SourceError) throw new InputError(`${plainText(input)}: ${error.message}`);
    throw error;
  }
}
