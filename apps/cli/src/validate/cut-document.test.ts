import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sourceOfBytes } from "@gp2gp/core";
import { InputError } from "../input-error.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { SchemaChecker } from "./check-schema.ts";
import { cutDocument } from "./cut-document.ts";
import { indexSchemas } from "./schema-index.ts";

const { signal } = new AbortController();

async function schemaFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "deep"));
  await writeFile(join(folder, "broken.xsd"), "<xs:schema");
  await writeFile(
    join(folder, "deep", "record.xsd"),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r" xmlns="urn:r" elementFormDefault="qualified">
       <xs:element name="record"><xs:complexType><xs:sequence>
         <xs:element name="day" type="xs:date" maxOccurs="9"/>
       </xs:sequence></xs:complexType></xs:element>
     </xs:schema>`,
  );
  return folder;
}

it("cuts a record out of its envelope, elements on their lines, names and text as they were", async () => {
  const schemas = await indexSchemas(await schemaFolder());
  const cut = await cutDocument(
    `<envelope xmlns:r="urn:r"\n\n><head/><r:record\n a="1 &lt; &quot;2&quot;">\n<r:day>&amp;<![CDATA[<]]></r:day></r:record><tail/></envelope>`,
    schemas,
    signal,
  );
  expect(cut?.schema).toMatch(/record\.xsd$/);
  expect(cut?.xml).toBe(
    `\n\n<r:record xmlns:r="urn:r" a="1 &lt; &quot;2&quot;">\n\n<r:day>&amp;&lt;</r:day></r:record>`,
  );
});

it("finds what a schema forbids, and says when there is no schema", async () => {
  using checker = new SchemaChecker(await indexSchemas(await schemaFolder()));
  const check = (text: string) => {
    const [part] = sourceOfBytes("a.xml", new TextEncoder().encode(text)).parts;
    if (!part) throw new Error("no part");
    return checker.check(part, signal);
  };
  expect(await check(`<record xmlns="urn:r"><day>2020-01-01</day></record>`)).toEqual({
    schema: "record.xsd",
    findings: [],
  });
  const { findings } = await check(`<e>\n<record xmlns="urn:r">\n<day>Monday</day>\n</record></e>`);
  expect(findings[0]).toMatchObject({ line: 3 });
  expect(findings[0]?.message).not.toContain("Monday");
  expect(await check("<other/>")).toEqual({ findings: [] });
  expect((await check("<record")).findings).toHaveLength(1);
});

it("refuses a folder without schemas", async () => {
  await expect(indexSchemas(await temporaryFolder())).rejects.toThrow(InputError);
  await expect(indexSchemas("/nowhere")).rejects.toThrow(InputError);
});
