import type { Json } from "@gp2gp/core";
import { z } from "zod";

export const formatId = "tpp-client-xml";

const words = z.record(z.string(), z.string());
const nativeDataSchema = z.strictObject({
  /** Mandatory elements that stood there without words. */
  blank: z.array(z.string()).optional(),
  /** Whether something the class demands was not there, or not in its form; of the richer grammar alone. */
  partial: z.boolean().optional(),
  /** Elements that held a value that is not on their list; of the richer grammar alone. */
  offList: z.array(z.string()).optional(),
  /** The scheme of a code that had a term and no code. */
  termScheme: z.string().optional(),
  /** The element that held the free text, where the version usually has it in another. */
  textElement: z.string().optional(),
  /** Lines of a narrative that hold line breaks of their own. */
  lines: z.array(z.string()).optional(),
  /** Uids of the linked problems, where they do not stand sorted. */
  linkedProblems: z.array(z.string()).optional(),
  /** A value with a comparator, whose list TPP has not published. */
  comparator: z
    .strictObject({
      comparator: z.string(),
      value: z.string().optional(),
      units: z.string().optional(),
    })
    .optional(),
  /** A value that stood without units, which the system then has its own for. */
  unitsImplied: z.boolean().optional(),
  software: z.string().optional(),
  referral: z.string().optional(),
  openEnd: z.boolean().optional(),
  /** Who a letter is from and to, in the parts the record has as words. */
  letter: z
    .strictObject({
      sender: z.strictObject({ name: words.optional(), address: words }),
      recipient: z.strictObject({ name: words.optional(), address: words }),
    })
    .optional(),
  accessRights: z.array(z.string()).optional(),
  userGroups: z.array(z.string()).optional(),
  nationalIdType: z.string().optional(),
  recordState: z.string().optional(),
  deviceId: z.string().optional(),
  function: z.string().optional(),
  functionVersion: z.string().optional(),
  nhsNumberElement: z.string().optional(),
});
/** What only this format understands of an entry: never a fact, used when writing home. */
export type NativeData = z.infer<typeof nativeDataSchema>;

interface Holder {
  readonly supplierData?: Readonly<Record<string, unknown>> | undefined;
}

/** The format's own data of an entry; empty where there is none or it is not as this version knows it. */
export function nativeDataOf(holder: Holder): NativeData {
  const data = holder.supplierData?.[formatId];
  if (data === undefined) return {};
  const parsed = nativeDataSchema.safeParse(data);
  return parsed.success ? parsed.data : {};
}

/** The format's own data as a member of an entry; nothing where all of it is undefined or empty. */
export function nativeData(data: {
  readonly [Key in keyof NativeData]: NativeData[Key] | undefined;
}): { supplierData?: { [format: string]: Json } } {
  const given = Object.entries(data).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return given.length === 0
    ? {}
    : { supplierData: { [formatId]: Object.fromEntries(given) as Json } };
}
