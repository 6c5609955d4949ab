import type { Loss, Residue } from "@gp2gp/core";
import { pointerOf } from "@gp2gp/core";
import type { OutputElement } from "@gp2gp/xml";
import { xmlSafe } from "@gp2gp/xml";
import { formatId } from "../native-data.ts";
import { insertRaw } from "../wire/insert-raw.ts";
import type { RawPiece } from "../wire/insert-raw.ts";
import type { WireTypeName } from "../wire/wire-types.ts";
import { elementFromJson, isObject, wordsOfJson } from "../wire/xml-json.ts";
import type { ResidueContent } from "../wire/xml-json.ts";
import type { ClientWriting } from "./client-writing.ts";

interface Waiting {
  readonly index: number;
  readonly residue: Residue;
  readonly steps: readonly string[];
  readonly piece: RawPiece;
}

/** Residue in words, for a narrative that keeps it. */
export interface KeptResidue {
  readonly format: string;
  readonly words: string;
  readonly loss: Loss;
}

/**
 * What the record had no place for. Pieces of this format go back to the entry they stood in; all other
 * clinical residue is kept in words, technical residue of other formats is left behind.
 */
export class RawParts {
  readonly #writing: ClientWriting;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #kept: { readonly index: number; readonly residue: Residue }[] = [];

  constructor(writing: ClientWriting) {
    this.#writing = writing;
    for (const [index, residue] of writing.record.residue.entries()) this.#sort(index, residue);
  }

  /** An element of an entry with the pieces that stood in it. `root` is what the way to a piece begins with. */
  insert(element: OutputElement, owner: string, root: WireTypeName): OutputElement {
    const waiting = this.#waiting.get(owner);
    if (!waiting) return element;
    let result = element;
    const left: Waiting[] = [];
    for (const raw of waiting) {
      const [first, ...steps] = raw.steps;
      const changed =
        first?.replace(/\[\d+\]$/, "") === element.name
          ? insertRaw(result, root, steps, raw.piece, this.#writing.version)
          : undefined;
      if (changed) result = changed;
      else left.push(raw);
    }
    if (left.length > 0) this.#waiting.set(owner, left);
    else this.#waiting.delete(owner);
    return result;
  }

  /** Once everything is written: residue that found no place, in words; what is technical is reported as left behind. */
  kept(): KeptResidue[] {
    const unplaced = [...this.#waiting.values()].flat();
    const all = [...this.#kept, ...unplaced].toSorted((left, right) => left.index - right.index);
    return all.flatMap(({ index, residue }) => {
      const words = wordsOf(residue.content);
      const record = pointerOf("residue", index);
      if (residue.kind === "technical" || words === "") {
        // What stood around a record of this format is no part of it, and was reported when it was read.
        if (residue.format !== formatId) this.#drop(record);
        return [];
      }
      return [{ format: residue.format, words, loss: keptLoss(record) }];
    });
  }

  #sort(index: number, residue: Residue): void {
    const place = residue.format === formatId ? placeOf(residue.content) : undefined;
    if (!place) {
      this.#kept.push({ index, residue });
      return;
    }
    const waiting = { index, residue, ...place };
    const known = this.#waiting.get(place.owner);
    if (known) known.push(waiting);
    else this.#waiting.set(place.owner, [waiting]);
  }

  #drop(record: string): void {
    this.#writing.losses.push({
      type: "dropped",
      record,
      section: "residue",
      reason: "other-supplier-data",
    });
  }
}

function keptLoss(record: string): Loss {
  return { type: "degraded", record, section: "residue", reason: "no-place" };
}

/** The owner of a piece by its entry's id, or by the first element of the way where it stood in none. */
function placeOf(
  content: ResidueContent,
):
  | { readonly owner: string; readonly steps: readonly string[]; readonly piece: RawPiece }
  | undefined {
  if (!isObject(content) || !Array.isArray(content["at"])) return undefined;
  const steps = content["at"].filter((step) => typeof step === "string");
  const piece = pieceOf(content);
  const owner =
    typeof content["entry"] === "string"
      ? content["entry"]
      : (steps[0] ?? "").replace(/\[\d+\]$/, "");
  return piece && { owner, steps, piece };
}

function pieceOf(content: Readonly<Record<string, ResidueContent>>): RawPiece | undefined {
  const [name, value, text] = [content["attribute"], content["value"], content["text"]];
  if (
    typeof name === "string" &&
    !name.includes(":") &&
    typeof value === "string" &&
    xmlSafe(value).replaced === 0
  )
    return { kind: "attribute", name, value };
  if (typeof text === "string" && xmlSafe(text).replaced === 0) return { kind: "text", text };
  const element = elementFromJson(content["element"]);
  return element && { kind: "element", element };
}

/** What a piece says, without where it stood. */
function wordsOf(content: ResidueContent): string {
  const about = isObject(content)
    ? Object.fromEntries(Object.entries(content).filter(([key]) => key !== "at" && key !== "entry"))
    : content;
  const [only] = isObject(about) && Object.keys(about).length === 1 ? [about["text"]] : [];
  const words = typeof only === "string" ? only : wordsOfJson(about).join("\n");
  return xmlSafe(words).text.trim();
}
