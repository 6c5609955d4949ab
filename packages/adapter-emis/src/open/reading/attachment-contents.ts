import type { AdapterContext, StoredContent } from "@gp2gp/core";
import { decodeBase64, isXmlElement, XmlReadError } from "@gp2gp/xml";
import type { LongTextReader, XmlElement, XmlTaker } from "@gp2gp/xml";
import type { ContentTexts } from "../wire/parse-wire.ts";
import type { WireContent } from "../wire/wire-spec.ts";

const elementName = "AttachmentData";

/** The bytes of attachments: long ones are stored while the document is read, short ones afterwards. */
export class AttachmentContents implements ContentTexts {
  readonly #context: Pick<AdapterContext, "content">;
  readonly #stored = new Map<XmlElement, WireContent>();
  readonly #damaged = new Set<string>();

  constructor(context: Pick<AdapterContext, "content">) {
    this.#context = context;
  }

  /** Whether a long text turned out to be no base64, so that it has to be read again as it stands. */
  get damaged(): boolean {
    return this.#damaged.size > 0;
  }

  readonly longText: LongTextReader = (element, pieces) => {
    if (element.local !== elementName || this.#damaged.has(placeOf(element))) return undefined;
    return this.#store(pieces, element).then((stored) => {
      if (!stored) this.#damaged.add(placeOf(element));
      return stored ?? {};
    });
  };

  /** Stores the content of attachments whose text stands in the tree. */
  async decode(root: XmlElement): Promise<void> {
    const waiting: XmlElement[] = [root];
    for (let element = waiting.pop(); element; element = waiting.pop()) {
      for (const child of element.children) {
        if (!isXmlElement(child)) continue;
        if (child.local !== elementName) waiting.push(child);
        else await this.#decodeOne(child);
      }
    }
  }

  async #decodeOne(element: XmlElement): Promise<void> {
    let text = "";
    for (const child of element.children) {
      if (isXmlElement(child)) return;
      if (child.external !== undefined) {
        this.#stored.set(element, { stored: child.external as StoredContent });
        return;
      }
      text += child.text;
    }
    if (text.trim() === "") return;
    const stored = await this.#store([text], element);
    this.#stored.set(element, stored ? { stored } : { text });
  }

  /** Undefined where the text is no base64. */
  async #store(
    pieces: AsyncIterable<string> | Iterable<string>,
    within: XmlElement,
  ): Promise<StoredContent | undefined> {
    try {
      return await this.#context.content.put(decodeBase64(pieces, within), {});
    } catch (error) {
      if (error instanceof XmlReadError && error.code === "base64-invalid") return undefined;
      throw error;
    }
  }

  content(element: XmlElement, taker: XmlTaker): WireContent | undefined {
    const content = this.#stored.get(element);
    if (content) {
      taker.text(element);
      taker.external(element);
      return content;
    }
    return taker.text(element).trim() === "" ? undefined : { text: "" };
  }
}

function placeOf({ line, column }: XmlElement): string {
  return `${line}:${column}`;
}
