import type { XmlReadErrorCode } from "./xml-read-error.ts";

/** The sentences of saxes 6.0.0, or how they begin, and what each means here. The first that fits counts. */
const meanings: readonly (readonly [RegExp, XmlReadErrorCode])[] = [
  [/^(unclosed tag|unexpected end|document must contain a root)/, "truncated"],
  [/^inappropriately located doctype/, "doctype"],
  [/^(undefined entity|disallowed character in entity name|empty entity name)/, "entity-undefined"],
  [/^malformed character entity/, "character-reference-invalid"],
  [/^disallowed character\.$/, "character-not-allowed"],
  [/^(unexpected close tag|unmatched closing tag|weird empty close tag)/, "tag-mismatch"],
  [
    /^(disallowed character in tag name|disallowed character in closing tag|forward-slash in opening tag)/,
    "tag-malformed",
  ],
  [
    /^(attribute without value|unquoted attribute value|no whitespace between attributes|disallowed character in attribute name)/,
    "attribute-malformed",
  ],
  [/^duplicate attribute/, "attribute-repeated"],
  [/^text data outside of root node/, "text-outside-root"],
  [/^documents may contain only one root/, "root-repeated"],
  [
    /^(an XML declaration|the XML declaration|XML declaration|did not expect any more name|expected the name|expected one of|value required|value must be quoted|version number must|encoding value must|standalone value must|whitespace required|The character \?|processing instructions are not allowed before)/,
    "declaration-malformed",
  ],
];

/** The code for an error of saxes, whose own message (`line:column: sentence`) may quote the document and is not kept. */
export function readErrorOfSaxes(error: Error): XmlReadErrorCode {
  const sentence = error.message.replace(/^\d+:\d+: /, "");
  return meanings.find(([pattern]) => pattern.test(sentence))?.[1] ?? "markup-malformed";
}
