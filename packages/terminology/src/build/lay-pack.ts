import { assuranceOf, rowFlags } from "../pack/row-flags.ts";
import { setKindSchema } from "../pack/pack-header.ts";
import type { SetInfo } from "../pack/pack-header.ts";
import { Layout } from "./layout.ts";
import { layRelation } from "./lay-relation.ts";
import { laySystem } from "./lay-systems.ts";
import type { PackBuilder } from "./pack-builder.ts";
import type { SetRows } from "./set-rows.ts";

/** The pack of what a builder took, in pieces. The same input gives the same bytes. */
export function layPack(builder: PackBuilder): Uint8Array[] {
  const layout = new Layout();
  const systems = [...builder.systems.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Map(systems.map((system) => [system.id, laySystem(layout, system)]));
  const order = setKindSchema.options;
  const sets = [...builder.sets.values()].sort(
    (a, b) =>
      order.indexOf(a.info.kind) - order.indexOf(b.info.kind) || (a.info.id < b.info.id ? -1 : 1),
  );
  const numbered = sets.map((rows, number) => ({ rows, number }));
  const relations = Map.groupBy(numbered, ({ rows: { info } }) => `${info.from}>${info.to}`);
  for (const [, members] of [...relations].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const info = members[0]?.rows.info;
    const from = places.get(info?.from ?? "");
    const to = places.get(info?.to ?? "");
    if (info && from && to)
      layRelation(layout, { from: info.from, to: info.to, sets: members, places: { from, to } });
  }
  const { name, notices = [], asOf } = builder.about;
  return layout.pieces({
    name,
    notices: [...notices],
    ...(asOf !== undefined && { asOf }),
    inputs: builder.inputs,
    sets: sets.map(setInfo),
  });
}

function setInfo(rows: SetRows): SetInfo {
  const counts = { assured: 0, unassured: 0, unknown: 0, none: 0, ambiguous: 0, retired: 0 };
  for (let row = 0; row < rows.length; row += 1) {
    const flags = rows.flags.get(row);
    if (flags & rowFlags.retired) counts.retired += 1;
    else if (flags & rowFlags.ambiguous) counts.ambiguous += 1;
    else if (flags & (rowFlags.none | rowFlags.drug)) counts.none += 1;
    else counts[assuranceOf(flags)] += 1;
  }
  return { ...rows.info, counts };
}
