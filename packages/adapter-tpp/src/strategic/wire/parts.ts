import { codedAs } from "../../shared/coded-as.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

/*
 * Parts that columns of the extract give somebody and the record has no role of its own for.
 */

/** The organisation something was done at that is not the one of its event. */
export const doneAtRole = codedAs(tppSystems.part, "done-at", "Done at");
/** The team that did what an event holds. */
export const teamRole = codedAs(tppSystems.part, "team", "Team");
/** Who ended a medication. */
export const endedByRole = codedAs(tppSystems.part, "ended-by", "Ended by");
/** Who took somebody off the list of those at risk. */
export const removedByRole = codedAs(tppSystems.part, "removed-by", "Removed by");
/** The pharmacy the patient prefers. */
export const pharmacyRole = codedAs(tppSystems.part, "preferred-pharmacy", "Preferred pharmacy");
