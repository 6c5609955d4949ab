import { join } from "node:path";
import { withCheckDigit } from "@gp2gp/core";

/** Where the files of the two sample practices are. */
export interface SamplePlaces {
  readonly root: string;
}

/** A practice of the sample, as the API takes it. */
export interface SamplePractice {
  readonly odsCode: string;
  readonly name: string;
  readonly supplier: string;
  readonly format: string;
  readonly inbox: string;
  readonly outbox: string;
}

/** The practice the sample patients left, on EMIS, and the one they joined, on TPP. */
export function samplePractices({ root }: SamplePlaces): {
  readonly from: SamplePractice;
  readonly to: SamplePractice;
} {
  const folders = (name: string) => ({
    inbox: join(root, name, "inbox"),
    outbox: join(root, name, "outbox"),
  });
  return {
    from: {
      odsCode: "Z99901",
      name: "Riverside Surgery",
      supplier: "emis",
      format: "emis-open",
      ...folders("riverside-emis"),
    },
    to: {
      odsCode: "Z99902",
      name: "Hilltop Practice",
      supplier: "tpp",
      format: "tpp-client-xml",
      ...folders("hilltop-tpp"),
    },
  };
}

const numberOf = (nineDigits: string): string => withCheckDigit(nineDigits) ?? "";

/** The sample patients, made up, as the directory has them: what an EHR Extract does not say. */
export const samplePatients = [
  {
    nhsNumber: numberOf("999000101"),
    demographics: {
      names: [
        { use: "usual", prefixes: ["Mrs"], given: ["Margaret", "Rose"], family: ["Oakfield"] },
      ],
      birthDate: "1951-05-04",
      sex: "female",
      addresses: [
        {
          use: "home",
          houseNumber: "12",
          street: "Sample Lane",
          locality: "Lower Testing",
          town: "Testford",
          county: "Testshire",
          postcode: "ZZ99 3CZ",
        },
      ],
      telecoms: [{ kind: "phone", use: "home", value: "01632 960101" }],
    },
  },
  {
    nhsNumber: numberOf("999000202"),
    demographics: {
      names: [{ use: "usual", prefixes: ["Master"], given: ["Thomas"], family: ["Ferndale"] }],
      birthDate: "2015-08-22",
      sex: "male",
      addresses: [
        {
          use: "home",
          houseName: "Flat 2",
          houseNumber: "8",
          street: "Sample Road",
          town: "Testford",
          county: "Testshire",
          postcode: "ZZ99 3VZ",
        },
      ],
      telecoms: [{ kind: "phone", use: "home", value: "01632 960202" }],
    },
  },
] as const;
