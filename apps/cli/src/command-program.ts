import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import { addTerminologyCommands, assuranceOption } from "./terminology/terminology-program.ts";
import type { ConvertOptions } from "./convert/convert-options.ts";

export interface ProgramOptions {
  readonly signal: AbortSignal;
  /** Takes the exit code of a command that ran to its end. */
  readonly end: (exitCode: number) => void;
}

const exitCodes = `
Exit codes: 0 done, 1 the input cannot be used, 2 wrong usage.
INPUT is a file, folder or zip of any known format: see \`gp2gp formats\`.`;

/** The commands and their options. What a command does is loaded when it is called. */
export function commandProgram({ signal, end }: ProgramOptions): Command {
  const program = new Command("gp2gp")
    .description(
      "Reads, compares and converts whole GP records, whatever clinical system they are from.",
    )
    .version(programVersion(), "--version")
    .exitOverride()
    .showHelpAfterError("Try `gp2gp --help`.")
    .addHelpText("after", exitCodes);

  const reading = (name: string, description: string): Command =>
    command(name, description)
      .option("--from <format>", "the format of the input, instead of finding it")
      .option("--json", "print for machines: JSON on standard output, nothing else");
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .showHelpAfterError(`Try \`gp2gp ${name.split(" ")[0]} --help\`.`);

  reading("detect <input>", "tell the format of an input, and why").action(
    async (input: string, options: object) => {
      const { detect } = await import("./commands/detect.ts");
      end(await detect(input, { ...options, signal }));
    },
  );

  reading(
    "inspect <input>",
    "show who a record is about, how much it holds of what, and a timeline",
  )
    .option("--patient <id>", "only the patient with this NHS number, or SYSTEM=VALUE")
    .option("--all", "the whole timeline, however long")
    .action(async (input: string, options: object) => {
      const { inspect } = await import("./commands/inspect.ts");
      end(await inspect(input, { ...options, signal }));
    });

  reading("validate <input>", "read an input and report everything that is wrong with it")
    .option("--xsd <dir>", "also check it against the XML schema for its format found in DIR")
    .option("--patient <id>", "only the patient with this NHS number, or SYSTEM=VALUE")
    .action(async (input: string, options: object) => {
      const { validate } = await import("./commands/validate.ts");
      end(await validate(input, { ...options, signal }));
    });

  reading(
    "convert <input>",
    "write a record in another format and report what that format cannot hold",
  )
    .requiredOption("--to <format>", "the format to write")
    .requiredOption(
      "--out <path>",
      "a file for formats that are one file, else a folder; of many patients one folder each",
    )
    .option("--report <file>", "write {from, to, issues, losses, counts} as JSON")
    .option("--format-version <version>", "the version of the format to write")
    .option("--receiver <system>", "write what this receiving system needs: see `gp2gp formats`")
    .option(
      "--demographics <file>",
      "JSON: what is known of the patient beside the record; one patient or an array",
    )
    .option("--patient <id>", "only the patient with this NHS number, or SYSTEM=VALUE")
    .option("--sender-ods <code>", "ODS code of the sending practice")
    .option("--receiver-ods <code>", "ODS code of the receiving practice")
    .option("--sender-asid <asid>", "accredited system id of the sender")
    .option("--receiver-asid <asid>", "accredited system id of the receiver")
    .option("--request-id <id>", "id of the EHR request this answers")
    .option(
      "--option <name=value>",
      "an option of the format that is written; may be given again",
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .addOption(
      new Option(
        "--confidential <policy>",
        "what becomes of confidential entries the format cannot mark",
      )
        .choices(["withhold", "carry"])
        .default("withhold"),
    )
    .option("--pack <file>", "the code maps to translate by, instead of the small pack")
    .option("--no-pack", "translate no code")
    .addOption(assuranceOption())
    .option("--content <dir>", "keep the bytes of documents here, instead of for this run only")
    .option("--overwrite", "replace what is at the output path")
    .action(async (input: string, options: ConvertOptions) => {
      const { convert } = await import("./commands/convert.ts");
      end(await convert(input, { ...options, signal }));
    });

  command("diff <a> <b>", "compare two records, whatever formats they came in")
    .option("--from-a <format>", "the format of A, instead of finding it")
    .option("--from-b <format>", "the format of B, instead of finding it")
    .option("--patient <id>", "only the patient with this NHS number, or SYSTEM=VALUE")
    .option("--exit-code", "exit with 1 when they differ")
    .option("--json", "print for machines: JSON on standard output, nothing else")
    .action(async (a: string, b: string, options: object) => {
      const { diff } = await import("./commands/diff.ts");
      end(await diff(a, b, { ...options, signal }));
    });

  command("formats", "list the formats and what each can hold")
    .option("--json", "print for machines: JSON on standard output, nothing else")
    .action(async (options: object) => {
      const { formats } = await import("./commands/formats.ts");
      end(await formats(options));
    });

  addTerminologyCommands(program, { signal, end });

  return program;
}

function programVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "unknown";
}
