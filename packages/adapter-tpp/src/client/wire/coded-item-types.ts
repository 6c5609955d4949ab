import {
  clientProblemSeverities,
  clientRecallStatuses,
  clientVaccinationPartTypes,
  comparators,
  drugSensitivityTypes,
  episodicities,
  medicationEndReasons,
  medicationTypes,
  problemSeverities,
  recallStatuses,
  reminderSeverities,
  vaccinationPartTypes,
} from "./enumerations.ts";
import { flag, node, text } from "./field.ts";
import type { WireType } from "./field.ts";

const client = { only: "client-integration" } as const;
const date = { lexical: "date" } as const;
const linkedProblems = { LinkedProblemUID: text("many") } as const;

/** What an event holds: codes, medication, sensitivities, vaccinations, recalls and reminders. */
export const codedItemTypes = {
  Medication: {
    attributes: {},
    elements: {
      MedicationType: text("one", { values: medicationTypes }),
      Drug: node("Drug", "one"),
      Dose: text("one"),
      Quantity: text("one"),
      StartDate: text("one", date),
      EndDate: text("one", date),
      EndReason: text("optional", { values: medicationEndReasons }),
      RepeatIssue: flag(),
      ...linkedProblems,
    },
  },
  ClinicalCode: {
    attributes: {},
    elements: {
      Code: node("Code", "one"),
      Episodicity: text("optional", { values: episodicities }),
      Value: text("optional", { lexical: "decimal" }),
      Units: text("optional"),
      Comparator: text("optional", { values: comparators, ...client }),
      ProblemSeverity: text("optional", {
        values: problemSeverities,
        clientValues: clientProblemSeverities,
      }),
      ProblemEndDate: text("optional", date),
      FreeText: text("optional", { carries: true }),
      ...linkedProblems,
      IsAllergy: flag(),
      IsFamilyHistory: flag(),
    },
  },
  Reminder: {
    attributes: {},
    elements: {
      FreeText: text("one", { carries: true }),
      Severity: text("one", { values: reminderSeverities }),
      ExpiryDate: text("optional", date),
      ...linkedProblems,
    },
  },
  Recall: {
    attributes: {},
    elements: {
      RecallDate: text("one", date),
      Type: text("one"),
      FreeText: text("optional", { carries: true }),
      Comments: text("optional", { carries: true, ...client }),
      Status: text("one", { values: recallStatuses, clientValues: clientRecallStatuses }),
      ...linkedProblems,
    },
  },
  Vaccination: {
    attributes: {},
    elements: {
      BatchNumber: text("one"),
      Notes: text("optional", { carries: true }),
      Name: text("one"),
      Contents: text("optional", { occursInClient: "many", ...client }),
      PartType: text("one", {
        values: vaccinationPartTypes,
        clientValues: clientVaccinationPartTypes,
      }),
      Dosage: text("optional"),
      ...linkedProblems,
    },
  },
  RepeatMedication: {
    attributes: {},
    elements: {
      Drug: node("Drug", "one"),
      Dose: text("one"),
      Quantity: text("one"),
      StartDate: text("one", date),
      EndDate: text("optional", date),
      EndReason: text("optional", { values: medicationEndReasons }),
      MaxIssues: text("optional", { lexical: "integer" }),
      ReviewDate: text("optional", date),
      IssueDurationDays: text("one", { lexical: "integer" }),
      MedicationType: text("one", { values: medicationTypes }),
      ...linkedProblems,
    },
  },
  DrugSensitivity: {
    attributes: {},
    elements: {
      Type: text("one", { values: drugSensitivityTypes }),
      Drug: node("Drug", "optional", client),
      Ingredient: node("Ingredient", "optional", client),
      FreeText: text("optional", { carries: true }),
      EndDate: text("optional", { lexical: "date", ...client }),
      EndedWithUnknownDate: flag(client),
      ...linkedProblems,
    },
  },
} as const satisfies Readonly<Record<string, WireType>>;
