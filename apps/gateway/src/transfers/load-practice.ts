import type { PracticeRow } from "../store/database.ts";
import type { TransferContext } from "./transfer-context.ts";

/** A practice by its ODS code; undefined when it is not registered here. */
export async function loadPractice(
  { db }: Pick<TransferContext, "db">,
  odsCode: string,
): Promise<PracticeRow | undefined> {
  return await db
    .selectFrom("practices")
    .selectAll()
    .where("ods_code", "=", odsCode)
    .executeTakeFirst();
}

/** The ASID of a practice by its ODS code, also where it is not registered here. */
export async function loadAsidHolder(
  context: Pick<TransferContext, "db">,
  odsCode: string,
): Promise<Pick<PracticeRow, "asid" | "ods_code">> {
  return (await loadPractice(context, odsCode)) ?? { asid: null, ods_code: odsCode };
}
