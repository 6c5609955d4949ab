import { writeFileSync } from "node:fs";
import { z } from "zod";
import { patientRecordSchema } from "../src/record/patient-record.ts";

const schema = z.toJSONSchema(patientRecordSchema, { target: "draft-2020-12", reused: "inline" });
const file = new URL("../schemas/patient-record.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`);
