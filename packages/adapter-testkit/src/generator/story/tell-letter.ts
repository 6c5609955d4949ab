import type { Content, ContentAbsence, EntryId } from "@gp2gp/core";
import { dateOfDay } from "../calendar.ts";
import { contentOfDocument } from "../generated-document.ts";
import type { Life, Scope } from "../life.ts";

interface Letter {
  readonly title: string;
  readonly direction: "incoming" | "outgoing" | "other";
  readonly lines: readonly string[];
  /** Why its bytes are not there, or where they are; stored when neither is said. */
  readonly absent?: ContentAbsence;
  readonly elsewhere?: string;
}

/** Files a letter: a document with its bytes, or with the reason it has none. */
export function fileLetter(life: Life, scope: Scope, letter: Letter): EntryId {
  const { title, direction, lines } = letter;
  const texts = [{ role: "note" as const, text: lines.join("\n") }];
  const { cast } = life;
  const incoming = direction === "incoming";
  return life.add("documents", scope, {
    title,
    direction,
    type: incoming ? "Clinical letter" : "Referral letter",
    concept: life.code("referralLetter"),
    texts,
    content: contentOf(life, letter, texts),
    created: { kind: "point", at: dateOfDay(scope.day - 4) },
    ...(incoming
      ? { sender: { person: "Prof A Imaginary", organisation: "Royal Example Infirmary" } }
      : {
          sent: { kind: "point", at: scope.at },
          recipient: { organisation: "Royal Example Infirmary" },
        }),
    effective: { kind: "point", at: dateOfDay(scope.day) },
    recorded: scope.at,
    authors: [incoming ? cast.consultant : scope.author],
    setId: life.newId(),
    version: "1",
  });
}

function contentOf(
  life: Life,
  { title, absent, elsewhere }: Letter,
  texts: readonly { readonly role: "note"; readonly text: string }[],
): Content {
  const name = `${String(life.record.documents.length + 1).padStart(5, "0")}_letter.txt`;
  if (absent) return { state: "absent", reason: absent, name, mediaType: "application/pdf" };
  if (elsewhere !== undefined) return { state: "elsewhere", uri: elsewhere, name };
  return contentOfDocument(name, { title, texts });
}
