import { adapters } from "@gp2gp/formats";
import { receiverProfiles } from "@gp2gp/adapter-gp2gp";
import { recordSections } from "@gp2gp/core";
import type { Fidelity, SupplierAdapterV1 } from "@gp2gp/core";
import { columns } from "../output/columns.ts";
import { sectionName } from "../output/wording.ts";
import { writeOut } from "../output/write-out.ts";

const receivers = Object.values(receiverProfiles);

/** `gp2gp formats`: the formats, what each can hold of a record, and the receivers with needs of their own. */
export async function formats({ json }: { readonly json?: boolean }): Promise<number> {
  if (json) await writeOut(`${JSON.stringify({ formats: adapters.map(describe), receivers })}\n`);
  else await writeOut(`${render().join("\n")}\n`);
  return 0;
}

function describe(adapter: SupplierAdapterV1) {
  const { id, supplier, format, coverage } = adapter;
  return { id, supplier, ...format, ...abilities(adapter), coverage };
}

function abilities({ read, readEach, write }: SupplierAdapterV1) {
  return { reads: read !== undefined || readEach !== undefined, writes: write !== undefined };
}

function render(): string[] {
  const rows = adapters.map((adapter) => {
    const { reads, writes } = abilities(adapter);
    const { name, versions, extension, patients } = adapter.format;
    return [
      adapter.id,
      name,
      [reads && "read", writes && "write"].filter(Boolean).join(", "),
      extension === undefined ? "folder" : `one ${extension} file`,
      patients === "one" ? "one patient" : "many patients",
      versions.join(", "),
    ];
  });
  return [
    ...columns([["format", "", "can", "is", "holds", "versions"], ...rows], ""),
    "",
    "What each holds of a record, read and written: full, part or none (as text instead).",
    "",
    ...columns(
      [
        ["", ...adapters.map(({ id }) => id)],
        ...recordSections.map((section) => [
          sectionName(section),
          ...adapters.map(({ coverage }) => {
            const { read, write } = coverage[section];
            return read === write ? word(read) : `${word(read)} / ${word(write)}`;
          }),
        ]),
      ],
      "",
    ),
    "",
    "Receivers (--receiver) that need something written differently:",
    ...columns(receivers.map(({ id, name }) => [id, name])),
  ];
}

function word(fidelity: Fidelity): string {
  return fidelity === "partial" ? "part" : fidelity;
}
