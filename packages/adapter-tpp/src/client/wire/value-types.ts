import { codeSchemes, drugSchemes } from "./enumerations.ts";
import { node, text } from "./field.ts";
import type { WireType } from "./field.ts";

/** Classes that other classes hold: codes, drugs, names, addresses. */
export const valueTypes = {
  Code: {
    attributes: {
      Scheme: text("one", { values: codeSchemes }),
      Code: text("one"),
      Term: text("optional"),
    },
    elements: {},
  },
  /** The published schema has the code itself here, the richer grammar an element around it, empty when unknown. */
  DemographicCode: {
    attributes: {
      Scheme: text("one", { values: codeSchemes, only: "patient-record" }),
      Code: text("one", { only: "patient-record" }),
      Term: text("optional", { only: "patient-record" }),
    },
    elements: { Code: node("Code", "optional", { only: "client-integration" }) },
  },
  Drug: {
    attributes: {
      FullName: text("one"),
      Scheme: text("one", { values: drugSchemes }),
      ProductID: text("one"),
      PackID: text("optional", { lexical: "integer" }),
    },
    elements: {},
  },
  Ingredient: {
    attributes: {
      Scheme: text("one", { values: drugSchemes }),
      IngredientID: text("one"),
      Name: text("optional"),
      Details: text("optional"),
    },
    elements: {},
  },
  LetterPerson: {
    attributes: {},
    elements: {
      Title: text("optional"),
      FirstName: text("optional"),
      MiddleNames: text("optional"),
      Surname: text("optional"),
    },
  },
  Address: {
    attributes: {},
    elements: {
      HouseName: text("optional"),
      HouseNumber: text("optional"),
      Road: text("one"),
      Locality: text("optional"),
      Town: text("one"),
      County: text("optional"),
      Postcode: text("one"),
    },
  },
} as const satisfies Readonly<Record<string, WireType>>;
