import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { runGp2gp } from "./testing/run-gp2gp.ts";
import type { Run } from "./testing/run-gp2gp.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

vi.setConfig({ testTimeout: 180_000 });

/** What a run says went wrong; progress lines of a slow machine are none. */
function failuresOf({ stderr }: Run): readonly string[] {
  return stderr.split("\n").filter((line) => line.startsWith("gp2gp: "));
}

/** One clear sentence, within seconds, in bounded memory; nothing on standard output. */
function expectRefusal(run: Run, said: RegExp): void {
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toBe("");
  expect(run.stderr).toMatch(said);
  expect(failuresOf(run)).toHaveLength(1);
  expect(run.milliseconds).toBeLessThan(15_000);
  expect(run.megabytes).toBeLessThan(400);
}

const lettersOf = (text: string, bytes: number): Buffer => Buffer.alloc(bytes, text);

async function bigFile(path: string, head: string, chunk: Buffer): Promise<void> {
  await using file = await open(path, "w");
  await file.writeFile(head);
  for (let written = 0; written < 200_000_000; written += chunk.byteLength)
    await file.writeFile(chunk);
}

async function expectHugeRefusal(format: string, head: string, chunk: Buffer): Promise<void> {
  const path = join(await temporaryFolder(), "junk.xml");
  await bigFile(path, head, chunk);
  const run = await runGp2gp("inspect", path, "--from", format);
  expect(run).toMatchObject({ exitCode: 1, stdout: "" });
  expect(failuresOf(run)).toHaveLength(1);
  expect(run.milliseconds).toBeLessThan(30_000);
  expect(run.megabytes).toBeLessThan(900);
}

const heads = {
  "emis-open": '<MedicalRecord xmlns="http://www.e-mis.com/emisopen/MedicalRecord">',
  "tpp-client-xml": "<PatientRecord><Identity>",
  "gp2gp-ehr-extract": '<RCMR_IN030000UK06 xmlns="urn:hl7-org:v3">',
};

describe("an input nobody knows", () => {
  it("is refused in one sentence, whatever it is", async () => {
    const folder = await temporaryFolder();
    const at = (name: string): string => join(folder, name);
    await writeFile(at("empty.xml"), "");
    await writeFile(at("text.xml"), "Dear Doctor");
    await writeFile(at("other.xml"), "<Bundle/>");
    await writeFile(
      at("zip.zip"),
      Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(999)]),
    );
    await mkdir(at("nothing"));
    await mkdir(at("strangers"));
    await writeFile(join(at("strangers"), "a.txt"), "a");
    await writeFile(join(at("strangers"), "b.txt"), "b");
    const refusals: readonly [string, RegExp][] = [
      ["absent.xml", /There is no such file or folder/],
      ["empty.xml", /The input is empty/],
      ["text.xml", /of no format this program knows/],
      ["other.xml", /of no format this program knows/],
      ["zip.zip", /The zip archive is damaged/],
      ["nothing", /The input is empty/],
      ["strangers", /of no format this program knows/],
    ];
    for (const [name, said] of refusals) expectRefusal(await runGp2gp("inspect", at(name)), said);
    expectRefusal(
      await runGp2gp("convert", at("text.xml"), "--to", "tpp-client-xml", "--out", at("out.xml")),
      /of no format this program knows/,
    );
    expectRefusal(
      await runGp2gp("diff", at("text.xml"), at("other.xml")),
      /text\.xml: .*no format/,
    );
    expectRefusal(await runGp2gp("inspect", "/dev/zero"), /only plain files are read/);
  });

  it("is refused though it is 200 MB long", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "junk.bin");
    await bigFile(path, "", lettersOf("junk \u0000\u00ff", 1_000_000));
    expectRefusal(await runGp2gp("inspect", path), /of no format this program knows/);
  });
});

describe.each(Object.entries(heads))("damaged %s", (format, head) => {
  it("is refused cut short, wrongly encoded, hostile, or of another format", async () => {
    const folder = await temporaryFolder();
    const inputs: readonly (string | Buffer)[] = [
      head,
      `${head}<a>`,
      `<?xml version="1.0" encoding="UTF-7"?>${head}`,
      Buffer.concat([Buffer.from(head), Buffer.from([0xc3, 0x28, 0xff, 0xfe])]),
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${head}&b;`,
      `${head}${"<a>".repeat(100_000)}`,
      "Dear Doctor",
      "<Bundle/>",
      "\u0000",
    ];
    for (const [index, input] of inputs.entries())
      await writeFile(join(folder, `${index}.xml`), input);
    const run = await runGp2gp("inspect", folder, "--from", format);
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(failuresOf(run)).toHaveLength(inputs.length);
    for (const [index] of inputs.entries())
      expect(run.stderr).toMatch(new RegExp(`^gp2gp: ${index}\\.xml: [A-Z].+(\\.|\\))$`, "m"));
    await writeFile(join(folder, "0.xml"), `${head}<a>`);
    expectRefusal(await runGp2gp("inspect", join(folder, "0.xml")), /gp2gp: 0\.xml: .+/);
  });

  it("is refused though it is 200 MB of noise", async () => {
    await expectHugeRefusal(format, head, lettersOf("junk \u0000\u00ff", 1_000_000));
  });
});

it.each([
  ["endless text", lettersOf("a", 1_000_000)],
  ["endless elements", lettersOf("<a></a>", 700_000)],
  ["endless depth", lettersOf("<a>", 900_000)],
])("an extract of 200 MB of %s is refused", async (_, chunk) => {
  await expectHugeRefusal("gp2gp-ehr-extract", heads["gp2gp-ehr-extract"], chunk);
});

it("writes nothing when the input cannot be read", async () => {
  const folder = await temporaryFolder();
  const [path, out, report] = ["in.xml", "out.xml", "report.json"].map((name) =>
    join(folder, name),
  );
  if (!path || !out || !report) throw new Error("no paths");
  await writeFile(path, heads["emis-open"]);
  const run = await runGp2gp(
    "convert",
    path,
    "--to",
    "tpp-client-xml",
    "--out",
    out,
    "--report",
    report,
  );
  expect(run.exitCode).toBe(1);
  await expect(readFile(out)).rejects.toThrow();
  const said = JSON.parse(await readFile(report, "utf8")) as {
    patients: readonly { readonly name: string; readonly ok: boolean; readonly reason: string }[];
    counts: object;
  };
  expect(said.patients).toMatchObject([{ name: "in.xml", ok: false }]);
  expect(said.counts).toMatchObject({ patients: { read: 0, failed: 1 } });
});
