import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { XsdSchema } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "gp2gp-xsd-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(join(folder, "schema"));
mkdirSync(join(folder, "dt"));
writeFileSync(join(folder, "secret.txt"), "a secret");
writeFileSync(
  join(folder, "schema", "note.xsd"),
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:note" targetNamespace="urn:note" elementFormDefault="qualified">
    <xs:include schemaLocation="../../../another/machine/dt/types.xsd"/>
    <xs:include schemaLocation='../dt/types.xsd'/>
    <xs:element name="note"><xs:complexType><xs:sequence>
      <xs:element name="day" type="Day"/><xs:element name="text" type="xs:string" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:schema>`,
);
writeFileSync(
  join(folder, "dt", "types.xsd"),
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:note">
    <xs:simpleType name="Day"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{8}"/></xs:restriction></xs:simpleType>
  </xs:schema>`,
);

const path = join(folder, "schema", "note.xsd");
const bytes = (text: string) => new TextEncoder().encode(text);
const note = (inner: string) => bytes(`<note xmlns="urn:note">\n${inner}\n</note>`);

describe("XsdSchema", () => {
  test("finds the schemas it includes by name, in the folders beside its own", () => {
    using schema = XsdSchema.load(path);
    expect(schema.validate(note("<day>20200101</day>"))).toEqual([]);
  });

  test("says what is wrong and where, and keeps values out of the message", () => {
    using schema = XsdSchema.load(path);
    const [finding, ...others] = schema.validate(note("<day>Mrs O'Neill' is 80</day>"));
    expect(others.length).toBeLessThanOrEqual(1);
    expect(finding?.line).toBe(2);
    expect(finding?.message).toContain("[facet 'pattern'] The value is not accepted");
    expect(finding?.message).not.toMatch(/Neill|80/u);
    expect(finding?.detail).toContain("Mrs O'Neill' is 80");
  });

  test("says that an element stands where it may not", () => {
    using schema = XsdSchema.load(path);
    expect(schema.validate(note("<text>a</text>")).map(({ message }) => message)).toEqual([
      "Element '{urn:note}text': This element is not expected. Expected is ( {urn:note}day ).",
    ]);
  });

  test.each(["", "<note", "<a></b>", "not XML"])(
    "answers what is not XML with a finding: %j",
    (text) => {
      using schema = XsdSchema.load(path);
      expect(schema.validate(bytes(text))).not.toEqual([]);
    },
  );

  test("reads no file that a document names", () => {
    using schema = XsdSchema.load(path);
    const target = join(folder, "secret.txt");
    const findings = schema.validate(
      bytes(
        `<!DOCTYPE note [<!ENTITY s SYSTEM "file://${target}">]><note xmlns="urn:note"><day>&s;</day></note>`,
      ),
    );
    expect(findings).not.toEqual([]);
    expect(JSON.stringify(findings)).not.toContain("a secret");
  });

  test("counts lines beyond 65,535", () => {
    using schema = XsdSchema.load(path);
    const findings = schema.validate(note(`${"\n".repeat(70_000)}<text/>`));
    expect(findings[0]?.line).toBeGreaterThan(70_000);
  });

  test("throws where the schema cannot be compiled", () => {
    writeFileSync(join(folder, "schema", "broken.xsd"), "<xs:schema/>");
    expect(() => XsdSchema.load(join(folder, "schema", "broken.xsd"))).toThrow();
    expect(() => XsdSchema.load(join(folder, "schema", "absent.xsd"))).toThrow();
  });
});
