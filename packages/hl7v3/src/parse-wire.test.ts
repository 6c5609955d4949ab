import { parseXml, xmlText } from "@gp2gp/xml";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ehrComposition,
  ehrExtract,
  narrativeStatement,
  observationStatement,
  ParseReport,
  parseWire,
  positionOf,
  serialiseWire,
  statementComponent,
  type ModelVersion,
  type WireType,
} from "./index.ts";
import { arbitraryText, arbitraryWire } from "./arbitraries/arbitrary-wire.ts";
import { leavesOf } from "./testing/__fixtures__/leaves.ts";

const id = '<id root="0F1E2D3C-0000-4000-8000-000000000001"/>';
const observation = (inner: string, attributes = "") =>
  `<ObservationStatement xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${attributes}>${inner}</ObservationStatement>`;
const full = (value = "", code = '<code code="22K.." codeSystem="2.16.840.1.113883.2.1.6.2"/>') =>
  observation(
    `${id}${code}<statusCode code="COMPLETE"/><effectiveTime><center value="2009"/></effectiveTime><availabilityTime value="20090102"/>${value}`,
  );

async function parse<Value>(
  type: WireType<Value>,
  source: string,
  version?: ModelVersion,
): Promise<{ value: Value; found: string[]; report: ParseReport; written: string }> {
  const { root } = await parseXml(source);
  const report = new ParseReport();
  const value = parseWire(type, root, report, version === undefined ? {} : { version });
  return {
    value,
    report,
    found: report.findings.map(({ code, path, name }) =>
      [code, path, ...(name === undefined ? [] : [name])].join(" "),
    ),
    written: xmlText(serialiseWire(type, value, root.local)),
  };
}

describe("values stay as they are written", () => {
  test("a quantity keeps its decimals and its unit, a time its precision, a number its sign", async () => {
    const { value, found } = await parse(
      observationStatement,
      full(
        '<value xsi:type="PQ" value="07.50" unit="mmol/L"><translation value="7.5" code="258813002"><originalText>mmol per L</originalText></translation></value>' +
          '<pertinentInformation><sequenceNumber value="+1"/><pertinentAnnotation><text>a\n  b</text></pertinentAnnotation></pertinentInformation>',
      ),
    );
    expect(found).toEqual([]);
    expect(value.value).toMatchObject({
      dataType: "PQ",
      value: "07.50",
      unit: "mmol/L",
      translation: [{ value: "7.5", code: "258813002", originalText: { content: "mmol per L" } }],
    });
    expect(value.effectiveTime?.center?.value).toBe("2009");
    expect(value.pertinentInformation?.[0]?.sequenceNumber?.value).toBe("+1");
    expect(value.pertinentInformation?.[0]?.pertinentAnnotation?.text?.content).toBe("a\n  b");
  });

  test("nothing is invented: what is not there is not there", async () => {
    const { value } = await parse(observationStatement, full());
    expect(value.classCode).toBeUndefined();
    expect(value.moodCode).toBeUndefined();
    expect(Object.keys(value).toSorted()).toEqual(
      ["availabilityTime", "code", "effectiveTime", "id", "statusCode"].toSorted(),
    );
  });

  test("null flavours stand where they stood", async () => {
    const { value, found } = await parse(
      observationStatement,
      observation(
        `<id nullFlavor="NI"/><code nullFlavor="UNK"><originalText>Chest pain</originalText></code><statusCode nullFlavor="NI"/><effectiveTime><center nullFlavor="NI"/></effectiveTime><availabilityTime nullFlavor="UNK"/>`,
        'nullFlavor="NI"',
      ),
    );
    expect(found).toEqual([]);
    expect(value).toMatchObject({
      nullFlavor: "NI",
      id: { nullFlavor: "NI" },
      code: { nullFlavor: "UNK", originalText: { content: "Chest pain" } },
      effectiveTime: { center: { nullFlavor: "NI" } },
      availabilityTime: { nullFlavor: "UNK" },
    });
  });

  test("translations and qualifiers keep their order, a qualifier its name, value and inversion", async () => {
    const { value } = await parse(
      observationStatement,
      full(
        "",
        '<code code="a"><qualifier inverted="true"><name code="n1"/><value code="v1"/></qualifier><qualifier><name code="n2"/></qualifier>' +
          '<translation code="t1"><translation code="t11"/></translation><translation code="t2"/></code>',
      ),
    );
    expect(structuredClone(value.code)).toEqual({
      code: "a",
      qualifier: [
        { inverted: "true", name: { code: "n1" }, value: { code: "v1" } },
        { name: { code: "n2" } },
      ],
      translation: [{ code: "t1", translation: [{ code: "t11" }] }, { code: "t2" }],
    });
  });

  test("a name keeps its parts and free text in order", async () => {
    const { value, written } = await parse(
      ehrComposition,
      `<ehrComposition xmlns="urn:hl7-org:v3"><location><locatedEntity><locatedPlace><name use="L">The <prefix>Old</prefix> <family>Mill</family>, upstairs<given>B</given></name></locatedPlace></locatedEntity></location></ehrComposition>`,
    );
    expect(structuredClone(value.location?.locatedEntity?.locatedPlace?.name)).toEqual({
      use: "L",
      parts: [
        { kind: "text", content: "The " },
        { kind: "prefix", content: "Old" },
        { kind: "family", content: "Mill" },
        { kind: "text", content: ", upstairs" },
        { kind: "given", content: "B" },
      ],
    });
    expect(written).toContain(
      '<name use="L">The <prefix>Old</prefix><family>Mill</family>, upstairs<given>B</given></name>',
    );
  });

  test("text keeps its line breaks, spaces and characters, across comments and CDATA", async () => {
    const { value } = await parse(
      narrativeStatement,
      `<NarrativeStatement xmlns="urn:hl7-org:v3">${id}<text>  one\n\ttwo<!-- c --> &lt;3<![CDATA[<b>]]>\n</text><statusCode code="COMPLETE"/><availabilityTime value="2009"/></NarrativeStatement>`,
    );
    expect(value.text?.content).toBe("  one\n\ttwo <3<b>\n");
  });

  test("white space around a reference is not text", async () => {
    const { value, found } = await parse(
      narrativeStatement,
      `<NarrativeStatement xmlns="urn:hl7-org:v3">${id}<text mediaType="image/tiff">\n  <reference value="file://localhost/a.tif"/>\n</text><statusCode code="COMPLETE"/><availabilityTime value="2009"/></NarrativeStatement>`,
    );
    expect(found).toEqual([]);
    expect(structuredClone(value.text)).toEqual({
      mediaType: "image/tiff",
      reference: { value: "file://localhost/a.tif" },
    });
  });

  test("prefixes, and a message in no namespace, are read alike", async () => {
    const prefixed = full('<value xsi:type="hl7:CD" code="x"/>')
      .replaceAll(/<(?<slash>\/?)(?=[A-Za-z])/gu, "<$<slash>hl7:")
      .replace("xmlns=", "xmlns:hl7=");
    const { value, found, written } = await parse(observationStatement, prefixed);
    expect(found).toEqual([]);
    expect(value.value).toMatchObject({ dataType: "CD", xsiType: "hl7:CD", code: "x" });
    expect(written).toContain('xmlns:hl7="urn:hl7-org:v3" xsi:type="hl7:CD"');
    const bare = await parse(observationStatement, full().replace('xmlns="urn:hl7-org:v3"', ""));
    expect(bare.found).toEqual([]);
    expect(bare.value.statusCode?.code).toBe("COMPLETE");
  });

  test("each node knows where it stood", async () => {
    const { value } = await parse(observationStatement, full().replace("<code ", "\n  <code "));
    expect(positionOf(value)).toEqual({ line: 1, column: 1 });
    expect(positionOf(value.code ?? {})).toEqual({ line: 2, column: 3 });
    expect(JSON.stringify(value)).not.toContain("line");
  });
});

describe("what has no place in a class is kept, said and written back", () => {
  test("unknown elements, attributes and stray text, where they stood", async () => {
    const source = full().replace(
      "<statusCode",
      '<extra a="1" xmlns:o="urn:other" o:b="2"><o:c>text</o:c></extra>stray<statusCode colour="red"',
    );
    const { value, found, written } = await parse(observationStatement, source);
    expect(found).toEqual([
      "element-unknown /ObservationStatement[1]/extra[1]",
      "text-stray /ObservationStatement[1]",
      "attribute-unknown /ObservationStatement[1]/statusCode[1] colour",
    ]);
    expect(value.extras?.children?.map(({ index }) => index)).toEqual([2, 3]);
    expect(value.statusCode?.extras?.attributes).toEqual([
      { name: "colour", namespace: "", value: "red" },
    ]);
    const again = await parseXml(written);
    expect(leavesOf(again.root)).toEqual(leavesOf((await parseXml(source)).root));
    expect(
      again.root.children.map((child) => ("local" in child ? child.local : child.text)),
    ).toEqual(["id", "code", "extra", "stray", "statusCode", "effectiveTime", "availabilityTime"]);
  });

  test("extras are left out where the caller says so", async () => {
    const { value } = await parse(observationStatement, full("<extra/>stray"));
    const written = xmlText(
      serialiseWire(observationStatement, value, "ObservationStatement", { extras: "omit" }),
    );
    expect(written).not.toMatch(/extra|stray/u);
  });

  test("an element that may stand once and is repeated: the first is read, the others are kept", async () => {
    const { value, found, written } = await parse(
      observationStatement,
      full().replace("<statusCode", '<code code="other"/><statusCode'),
    );
    expect(value.code?.code).toBe("22K..");
    expect(found).toEqual(["element-repeated /ObservationStatement[1]/code[2]"]);
    expect(written).toContain('<code code="other"/>');
  });

  test("a component with two statements: the second is kept whole", async () => {
    const narrative = `<NarrativeStatement>${id}<text>a</text><statusCode code="COMPLETE"/><availabilityTime value="2009"/></NarrativeStatement>`;
    const { value, found, written } = await parse(
      statementComponent,
      `<component xmlns="urn:hl7-org:v3">${narrative}${narrative.replace(">a<", ">b<")}</component>`,
    );
    expect(value.statement?.kind).toBe("NarrativeStatement");
    expect(found).toEqual(["element-repeated /component[1]/NarrativeStatement[2]"]);
    expect(written).toContain("<text>b</text>");
  });

  test("a value whose type is missing or unknown is kept raw, with the prefix it needs", async () => {
    const { value, found, written } = await parse(
      observationStatement,
      full('<value xmlns:x="urn:x" xsi:type="x:PIVL" a="1">text<phase/></value>'),
    );
    expect(found).toEqual(["type-unknown /ObservationStatement[1]/value[1]"]);
    expect(value.value?.dataType).toBe("unknown");
    expect(written).toContain(
      '<value xmlns:x="urn:x" xsi:type="x:PIVL" a="1">text<phase/></value>',
    );
    const missing = await parse(observationStatement, full('<value value="1"/>'));
    expect(missing.found).toEqual(["type-missing /ObservationStatement[1]/value[1]"]);
    expect(missing.written).toContain('<value value="1"/>');
  });

  test("whatever is put into any extract comes back", async () => {
    const foreign = fc.record({
      place: fc.nat(),
      kind: fc.constantFrom("element", "text", "attribute"),
      text: arbitraryText,
    });
    await fc.assert(
      fc.asyncProperty(
        arbitraryWire(ehrExtract, { depth: 8 }),
        fc.array(foreign, { minLength: 1, maxLength: 6 }),
        async (value, additions) => {
          const tree = serialiseWire(ehrExtract, value, "EhrExtract");
          for (const { place, kind, text } of additions) {
            const elements = elementsOf(tree);
            const target = elements[place % elements.length];
            if (target === undefined) continue;
            const at = place % (target.children.length + 1);
            if (kind === "attribute") target.attributes.push([`a${place}`, text]);
            else if (kind === "text") target.children.splice(at, 0, text);
            else
              target.children.splice(at, 0, {
                name: place % 2 === 0 ? "id" : "foreign",
                attributes: [["xmlns", place % 3 === 0 ? "urn:other" : "urn:hl7-org:v3"]],
                children: [text],
              });
          }
          const source = xmlText(tree);
          const { written } = await parse(ehrExtract, source);
          expect(joined(leavesOf((await parseXml(written)).root))).toEqual(
            joined(leavesOf((await parseXml(source)).root)),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

type Tree = ReturnType<typeof serialiseWire>;
interface MutableTree {
  readonly name: string;
  readonly attributes: [string, string][];
  readonly children: unknown[];
}

function elementsOf(tree: Tree): MutableTree[] {
  const inner = tree.children.flatMap((child) =>
    typeof child === "object" && "name" in child ? elementsOf(child) : [],
  );
  return [tree as unknown as MutableTree, ...inner];
}

/** Texts of one element as one text: where elements stand between them may change. */
function joined(leaves: readonly string[]): readonly string[] {
  const texts = new Map<string, string[]>();
  const others: string[] = [];
  for (const leaf of leaves) {
    const [path = "", text] = leaf.split("/text()=");
    if (text === undefined) others.push(leaf);
    else texts.set(path, [...(texts.get(path) ?? []), text]);
  }
  const whole = [...texts].map(([path, all]) => `${path}=${[...all.join("")].toSorted().join("")}`);
  return [...others, ...whole].toSorted();
}

describe("what is wrong is said", () => {
  test.each([
    ["element-missing", full().replace(id, ""), "/ObservationStatement[1] id"],
    ["order-wrong", full(id).replace(id, ""), "/ObservationStatement[1]/id[1]"],
    [
      "fixed-value-wrong",
      full().replace("<Obs", "<Obs").replace(" >", ' moodCode="ENV">'),
      "/ObservationStatement[1] moodCode",
    ],
    [
      "value-malformed",
      full().replace('"2009"', '"2009-01"'),
      "/ObservationStatement[1]/effectiveTime[1]/center[1] value",
    ],
    ["value-malformed", full().replace("0F1E", "0f1e"), "/ObservationStatement[1]/id[1] root"],
    ["code-missing", full("", '<code displayName="x"/>'), "/ObservationStatement[1]/code[1]"],
    [
      "value-missing",
      full().replace(' value="20090102"', ""),
      "/ObservationStatement[1]/availabilityTime[1]",
    ],
    [
      "interval-wrong",
      full()
        .replace("</effectiveTime>", '<low value="2008"/></effectiveTime>')
        .replace(
          '<center value="2009"/><low value="2008"/>',
          '<low value="2008"/><center value="2009"/>',
        ),
      "/ObservationStatement[1]/effectiveTime[1]",
    ],
    [
      "attribute-missing",
      full('<Participant><agentRef><id root="1.2"/></agentRef></Participant>'),
      "/ObservationStatement[1]/Participant[1] typeCode",
    ],
    [
      "element-not-allowed",
      full('<interpretationCode code="HI"><translation code="H"/></interpretationCode>'),
      "/ObservationStatement[1]/interpretationCode[1]/translation[1]",
    ],
    [
      "attribute-not-allowed",
      full().replace('COMPLETE"', 'COMPLETE" displayName="x"'),
      "/ObservationStatement[1]/statusCode[1] displayName",
    ],
  ])("%s", async (code, source, where) => {
    const { found } = await parse(observationStatement, source);
    expect(found).toEqual([`${code} ${where}`]);
  });

  test("more elements than there may be are all read", async () => {
    const comment =
      '<pertinentInformation><sequenceNumber value="+1"/><pertinentAnnotation><text>a</text></pertinentAnnotation></pertinentInformation>';
    const { value, found } = await parse(observationStatement, full(comment.repeat(5)));
    expect(value.pertinentInformation).toHaveLength(5);
    expect(found).toEqual(["element-excess /ObservationStatement[1] pertinentInformation"]);
  });

  test("a part of a later version", async () => {
    const source = full(
      '<confidentialityCode code="NOPAT" codeSystem="2.16.840.1.113883.4.642.3.47"/>',
    );
    const older = await parse(observationStatement, source, "RCMR_MT030101UK04");
    expect(older.found).toEqual(["version-later /ObservationStatement[1]/confidentialityCode[1]"]);
    expect(older.value.confidentialityCode?.code).toBe("NOPAT");
    expect((await parse(observationStatement, source, "RCMR_MT030101UK05")).found).toEqual([]);
  });

  test("agents that exclude each other are both read", async () => {
    const { value, found } = await parse(
      ehrExtract,
      `<EhrExtract xmlns="urn:hl7-org:v3"><component><ehrFolder><responsibleParty><agentDirectory><part><Agent><id root="1.2"/><agentOrganization/><agentPerson/></Agent></part></agentDirectory></responsibleParty></ehrFolder></component></EhrExtract>`,
    );
    const agent =
      value.component?.[0]?.ehrFolder?.responsibleParty?.agentDirectory?.part?.[0]?.agent;
    expect(agent?.kind === "Agent" && Object.keys(agent)).toEqual(
      expect.arrayContaining(["agentOrganization", "agentPerson"]),
    );
    expect(found.filter((line) => line.startsWith("element-exclusive"))).toHaveLength(1);
  });

  test("no message holds anything of the document but names", async () => {
    const { report } = await parse(
      observationStatement,
      full().replace("22K..", "SE CRET").replace("2009", "SECRET"),
    );
    expect(report.findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(report.findings)).not.toContain("CRET");
  });
});

describe("a message that is wrong throughout", () => {
  test("is counted whole and listed up to the limit, each path right", async () => {
    const many = 200_000;
    const { root } = await parseXml(full("<a/>".repeat(many)));
    const report = new ParseReport({ limit: 1000 });
    parseWire(observationStatement, root, report);
    expect(report.findings).toHaveLength(1000);
    expect(report.findings.at(-1)?.path).toBe("/ObservationStatement[1]/a[1000]");
    expect(report.counts.get("element-unknown")).toBe(many);
  });
});
