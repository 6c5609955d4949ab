/** What XML 1.0 cannot hold in any form: most control characters, two non-characters, halves of surrogate pairs. */
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\p{Surrogate}]/u;
const allForbidden = new RegExp(forbidden, "gu");

/** Characters that need care: those above or to be escaped, and surrogates, of which pairs are fine. */
const careful = /[\0-\x08\x0B-\x1F&<>\uD800-\uDFFF\uFFFE\uFFFF]/;
const carefulInAttribute = /[\0-\x1F&<>\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Text as it stands between tags; `undefined` where XML cannot hold it. A carriage return survives reading only as a reference. */
export function escapeText(text: string): string | undefined {
  if (!careful.test(text)) return text;
  if (forbidden.test(text)) return undefined;
  return text.replace(/[&<>\r]/g, reference);
}

/** An attribute value but for its quotes, which XMLBuilder escapes; `undefined` where XML cannot hold it. White space survives reading only as references. */
export function escapeAttributeValue(value: string): string | undefined {
  if (!carefulInAttribute.test(value)) return value;
  if (forbidden.test(value)) return undefined;
  return value.replace(/[&<>\t\n\r]/g, reference);
}

function reference(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}

/** A text that XML can hold, and how many characters it cannot hold were replaced by U+FFFD. */
export interface XmlSafeText {
  readonly text: string;
  readonly replaced: number;
}

/** For text from elsewhere that must be written all the same: the caller reports what was replaced. */
export function xmlSafe(text: string): XmlSafeText {
  if (!forbidden.test(text)) return { text, replaced: 0 };
  let replaced = 0;
  const safe = text.replace(allForbidden, () => {
    replaced += 1;
    return "\uFFFD";
  });
  return { text: safe, replaced };
}
