import fc from "fast-check";

import { element } from "../output-element.ts";
import type { OutputElement, OutputNode } from "../output-element.ts";
import { isXmlElement } from "../xml-node.ts";
import type { XmlElement } from "../xml-node.ts";

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function* bytesOf(
  ...parts: readonly (string | Uint8Array)[]
): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? utf8(part) : part;
}

/** The bytes in pieces of `length`. */
export async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** `head`, then `piece` again and again up to `total` bytes, counting what was asked for. */
export function endless(head: string, piece: string | Uint8Array, total: number) {
  const block =
    typeof piece === "string" ? utf8(piece.repeat(Math.ceil(65_536 / piece.length))) : piece;
  const state = { read: 0, closed: false };
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      if (head !== "") yield utf8(head);
      for (; state.read < total; state.read += block.length) yield block;
    } finally {
      state.closed = true;
    }
  }
  return { state, source: source() };
}

/** What a tree says, without places: name, attributes, children; texts as strings. */
export function plain(node: XmlElement): unknown {
  return [
    node.name,
    node.attributes.map(({ name, value }) => [name, value]),
    node.children.map((child) => (isXmlElement(child) ? plain(child) : child.text)),
  ];
}

/** The same of a tree to be written: adjacent texts joined, empty ones left out, as any reader sees them. */
export function plainOutput(node: OutputElement): unknown {
  const children: unknown[] = [];
  for (const child of node.children) {
    if (typeof child !== "string") {
      if (!("name" in child)) throw new TypeError("A sample holds no streamed content.");
      children.push(plainOutput(child));
      continue;
    }
    const before = children.at(-1);
    if (typeof before === "string") children[children.length - 1] = before + child;
    else if (child !== "") children.push(child);
  }
  return [node.name, node.attributes.map(([name, value]) => [name, value]), children];
}

const name = fc
  .stringMatching(/^[A-Za-z_\u00C0-\u00D6\u0391-\u03A1][-.A-Za-z0-9_\u00B7\u0391-\u03A1]{0,11}$/)
  .filter((candidate) => !candidate.toLowerCase().startsWith("xml"));

/** Any text XML 1.0 can hold, with what needs escaping more often than chance. */
const xmlCharacters: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "&",
        "<",
        ">",
        '"',
        "'",
        "\r",
        "\n",
        "\t",
        "]]>",
        "\r\n",
        "&amp;",
        "\u0085",
        "\u2028",
        " ",
        "true",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) =>
    parts.join("").replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\p{Surrogate}]/gu, "?"),
  );

const attributes = fc.uniqueArray(fc.tuple(name, xmlCharacters), {
  selector: ([key]) => key,
  maxLength: 4,
});

/** Any tree that can be written. */
export const outputTree: fc.Arbitrary<OutputElement> = fc.letrec<{ tree: OutputElement }>(
  (tie) => ({
    tree: fc
      .tuple(
        name,
        attributes,
        fc.array(
          fc.oneof({ maxDepth: 5 }, xmlCharacters, tie("tree")) as fc.Arbitrary<OutputNode>,
          {
            maxLength: 5,
          },
        ),
      )
      .map(([tag, pairs, children]) => element(tag, pairs, children)),
  }),
).tree;
