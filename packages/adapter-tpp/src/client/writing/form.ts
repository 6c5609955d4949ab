import type { AnyEntry, EntrySection, LossReason } from "@gp2gp/core";
import { nativeDataOf } from "../native-data.ts";
import { occursIn } from "../wire/field.ts";
import type { Version } from "../wire/field.ts";
import { isComplete } from "../wire/wire-output.ts";
import { rulesOf } from "../wire/wire-types.ts";
import type { ItemName, PracticeItemName, WireInput, WireTypeName } from "../wire/wire-types.ts";
import { isWritable } from "./taking.ts";
import type { Taking } from "./taking.ts";

/** How an entry is written: as which element, with which values, and what its free text says. */
export interface Form<Name extends ItemName | PracticeItemName = ItemName | PracticeItemName> {
  readonly name: Name;
  readonly fields: { [key: string]: unknown };
  /** The free text of its own. */
  readonly text: string | undefined;
  /** Whether the date of the event is the date of the entry. */
  readonly dated: boolean;
  /** The section it belongs to, where the element alone does not tell. */
  readonly recordedAs?: EntrySection;
  /** Further lines of its carried text. */
  readonly marks?: readonly string[];
  /** Why facts at certain places of the entry do not stand in the structure. */
  readonly reasons?: Readonly<Record<string, LossReason>>;
  readonly blocksPrescribing?: boolean;
  /** Whether its code is not said of the patient: such a one is no header of a problem. */
  readonly isUnasserted?: boolean;
}

interface More {
  readonly text?: string | undefined;
  readonly dated?: boolean;
  readonly marks?: readonly string[];
  readonly reasons?: Form["reasons"];
  readonly blocksPrescribing?: boolean | undefined;
  readonly isUnasserted?: boolean;
}

/** A form, when the class finds in it all it demands; only then are its facts taken. */
export function wholeForm<Name extends ItemName | PracticeItemName>(
  taking: Taking,
  name: Name,
  fields: WireInput<Name>,
  { text, dated = true, marks, reasons, blocksPrescribing, isUnasserted }: More = {},
): Form<Name> | undefined {
  const carrier = carrierOf(name, taking.version);
  const input = carrier === undefined ? fields : { ...fields, [carrier]: text ?? "" };
  const { partial, offList } = nativeDataOf(taking.entry as Pick<AnyEntry, "supplierData">);
  const allowed = { version: taking.version, partial, offList };
  if (!isComplete(name, input as WireInput<Name>, allowed)) return undefined;
  taking.commit();
  return {
    name,
    fields: { ...fields },
    text,
    dated,
    ...(marks && { marks }),
    ...(reasons && { reasons }),
    ...(blocksPrescribing === true && { blocksPrescribing }),
    ...(isUnasserted === true && { isUnasserted }),
  };
}

/** The element that holds the free text of an item, in a version; undefined where it has none. */
export function carrierOf(name: WireTypeName, version: Version): string | undefined {
  const carriers = Object.entries(rulesOf(name).elements).filter(
    ([, field]) => field.kind === "text" && field.carries === true && occursIn(field, version),
  );
  const own = carriers.find(([, { only }]) => only === version);
  return (own ?? carriers[0])?.[0];
}

/** Takes the first text of a role as the free text of the form. */
export function takeText(
  taking: Taking<Pick<AnyEntry, "texts">>,
  role: AnyEntry["texts"][number]["role"] = "note",
): string | undefined {
  const index = taking.entry.texts.findIndex((text) => text.role === role && isWritable(text.text));
  if (index < 0) return undefined;
  taking.take("texts", index, "role");
  return taking.words("texts", index, "text");
}
