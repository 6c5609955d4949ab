import { expect, it } from "vitest";
import { columns } from "./columns.ts";
import { describeBytes } from "./describe-bytes.ts";
import { plainText } from "./plain-text.ts";

it("lets no record steer a terminal", () => {
  expect(plainText("Seen\u001b[2J\u0007 in\r\nclinic\u202e .\u009b")).toBe(
    "Seen [2J  in clinic  .",
  );
  expect(plainText("a long note", 7)).toBe("a long…");
});

it("puts words to the left and numbers to the right", () => {
  expect(
    columns([
      [1, "one", "x"],
      [12, "twelve"],
    ]),
  ).toEqual(["   1  one     x", "  12  twelve"]);
});

it("tells what bytes look like, and nothing of what they say", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const looks = {
    "\ufeff<?xml version='1.0'?>\n<!-- a > b --><v3:Message a='1'>": "XML, root element v3:Message",
    "<?xml version='1.0'?>": "XML",
    ' {"resourceType":"Bundle"}': "JSON or text like it",
    "Dear Doctor": "plain text",
    "a\u0000b": "binary data",
    "%PDF-1.7": "a PDF document",
    "": "empty",
  };
  for (const [text, said] of Object.entries(looks)) expect(describeBytes(bytes(text))).toBe(said);
  const wide = Buffer.from("\ufeff<MedicalRecord>", "utf16le");
  expect(describeBytes(wide)).toBe("XML, root element MedicalRecord");
  expect(describeBytes(wide.subarray(2))).toBe("XML, root element MedicalRecord");
  expect(describeBytes(wide.swap16())).toBe("XML, root element MedicalRecord");
  expect(describeBytes(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("a JPEG image");
});
