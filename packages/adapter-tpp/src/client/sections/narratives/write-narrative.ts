import type { AnyEntry } from "@gp2gp/core";
import type { Form } from "../../writing/form.ts";
import { takeText } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";

/** Free text of an event. */
export function writeNarrative(taking: Taking<Pick<AnyEntry, "texts">>): Form<"Narrative"> {
  const text = takeText(taking);
  taking.commit();
  return { name: "Narrative", fields: {}, text, dated: false };
}
