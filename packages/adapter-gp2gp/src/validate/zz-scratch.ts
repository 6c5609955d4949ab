import { readFileSync, readdirSync } from "node:fs";
import { parseXml } from "@gp2gp/xml";
import { parseEhrExtractMessage } from "@gp2gp/hl7v3";
const base = "/work/shared/corpus/ehr-extracts";
const counts = new Map<string, Map<string, number>>();
const add = (k: string, v: string, d: string) => {
  const m = counts.get(k) ?? new Map();
  counts.set(k, m);
  const kk = v + " @" + d;
  m.set(kk, (m.get(kk) ?? 0) + 1);
};
for (const d of readdirSync(base))
  for (const f of readdirSync(`${base}/${d}`)) {
    const parsed = parseEhrExtractMessage(await parseXml(readFileSync(`${base}/${d}/${f}`)));
    for (const [c, n] of parsed.report.counts)
      for (let i = 0; i < n; i++) add("report:" + c, "", d);
    const walk = (name: string, node: any, parent: string) => {
      if (node.dataType) add(`${name} dataType`, node.dataType, d);
      for (const [k, v] of Object.entries(node)) {
        if (k === "extras" || k === "external") continue;
        if (typeof v === "string") {
          if (["classCode", "moodCode", "typeCode", "determinerCode"].includes(k))
            add(`${name}.${k}`, v, d);
          if (k === "codeSystem") add(`codeSystem in ${parent}/${name}`, v, d);
          if (k === "code" && name === "statusCode") add(`${parent}/${name}`, v, d);
          if (name === "quantity" && k === "unit") add(`${parent}/${name}.unit present`, "", d);
          if (name === "quantity" && k === "value") add(`${parent}/${name}.value present`, "", d);
        } else if (Array.isArray(v)) for (const x of v) walk(x.kind ?? k, x, name);
        else if (v && typeof v === "object") walk((v as any).kind ?? k, v, name);
      }
      if (["effectiveTime"].includes(name))
        add(
          `${parent}/${name} shape`,
          Object.entries(node)
            .filter(([k]) => k !== "kind")
            .map(([k, v]) =>
              typeof v === "string"
                ? k
                : k + ((v as any).nullFlavor ? ":" + (v as any).nullFlavor : ""),
            )
            .join(","),
          d,
        );
    };
    walk("M", parsed.message ?? parsed.extract, "");
  }
for (const [k, m] of [...counts].sort()) {
  console.log(k);
  for (const [v, n] of [...m].sort()) console.log("    ", v, n);
}
