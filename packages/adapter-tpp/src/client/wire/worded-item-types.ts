import {
  carePlanAims,
  followUpActions,
  letterDirections,
  reportResults,
  reportTypes,
  responsibilities,
} from "./enumerations.ts";
import { flag, node, text } from "./field.ts";
import type { WireType } from "./field.ts";
import { relationshipTypes } from "./relationship-types.ts";

const client = { only: "client-integration" } as const;
const published = { only: "patient-record" } as const;
const date = { lexical: "date" } as const;
const integer = { lexical: "integer" } as const;
const linkedProblems = { LinkedProblemUID: text("many") } as const;

/** What an event holds in words: letters, plans, relationships, reports, attachments, activities, narratives. */
export const wordedItemTypes = {
  Letter: {
    attributes: {},
    elements: {
      RecipientName: node("LetterPerson", "optional"),
      RecipientOrganisation: text("optional"),
      RecipientAddress: node("Address", "one"),
      SenderName: node("LetterPerson", "optional"),
      SenderOrganisation: text("optional"),
      SenderAddress: node("Address", "one"),
      DocumentUid: text("one", { occursInClient: "optional" }),
      DocumentPath: text("optional", client),
      Type: text("one"),
      Direction: text("one", { values: letterDirections }),
      DateSentReceived: text("optional", date),
      ...linkedProblems,
    },
  },
  PatientPlanInstruction: {
    attributes: {},
    elements: { InstructionText: text("one"), Order: text("one", integer) },
  },
  PatientPlanItem: {
    attributes: {},
    elements: { CarePlanInstruction: node("PatientPlanInstruction", "one") },
  },
  PatientPlan: {
    attributes: {},
    elements: {
      PatientPlan: text("one"),
      Items: node("PatientPlanItem", "many"),
      ...linkedProblems,
    },
  },
  ScratchPadItems: {
    attributes: {},
    elements: { Instruction: node("CarePlanInstruction", "many") },
  },
  /** What the richer grammar calls a patient plan. */
  ScratchPad: {
    attributes: {},
    elements: {
      ScratchPadName: text("one"),
      Items: node("ScratchPadItems", "many"),
      ...linkedProblems,
    },
  },
  CarePlanInstruction: {
    attributes: {},
    elements: {
      InstructionText: text("one"),
      Order: text("one", integer),
      Responsibility: text("one", { values: responsibilities, occursInClient: "optional" }),
      LastCompletedDate: text("optional", { lexical: "date", ...client }),
      LastCompletedBy: text("optional", client),
      Notes: text("optional", client),
    },
  },
  CarePlanInstructions: {
    attributes: {},
    elements: { Instruction: node("CarePlanInstruction", "many") },
  },
  CarePlan: {
    attributes: {},
    elements: {
      CarePlanName: text("one"),
      Description: text("one", { carries: true }),
      Category: text("one"),
      SubCategory: text("optional"),
      Aim: text("one", { values: carePlanAims }),
      ReviewDate: text("one", date),
      CarePlanInstruction: node("CarePlanInstruction", "many", published),
      Instructions: node("CarePlanInstructions", "optional", client),
      ...linkedProblems,
    },
  },
  Relationship: {
    attributes: {},
    elements: {
      Title: text("optional"),
      FirstName: text("optional"),
      MiddleNames: text("optional"),
      Surname: text("optional"),
      Address: node("Address", "optional"),
      Type: text("one", { values: relationshipTypes }),
      OrganisationName: text("optional"),
      Telephone: text("optional"),
      WorkContact: text("optional"),
      Description: text("optional", { carries: true }),
      EndDate: text("optional", date),
      DateOfBirth: text("optional", date),
      ...linkedProblems,
    },
  },
  FollowUpAction: {
    attributes: {},
    elements: { Action: text("one", { values: followUpActions }), Comments: text("optional") },
  },
  FollowUpActions: {
    attributes: {},
    elements: { FollowUpAction: node("FollowUpAction", "one", { occursInClient: "many" }) },
  },
  Report: {
    attributes: {},
    elements: {
      BatteryHeaders: text("one"),
      IssueDate: text("one", date),
      Result: text("one", { values: reportResults }),
      Comments: text("optional", { carries: true }),
      PatientToBeInformed: flag(),
      ResultGivenDate: text("optional", { lexical: "date", ...client }),
      ArchivedDate: text("optional", { lexical: "date", ...client }),
      CollectionDate: text("optional", date),
      Type: text("one", { values: reportTypes }),
      FollowUpActions: node("FollowUpActions", "one", { occursInClient: "optional" }),
      ...linkedProblems,
    },
  },
  Attachment: {
    attributes: {},
    elements: {
      DocumentUid: text("optional"),
      URL: text("optional"),
      DocumentPath: text("optional", client),
      Comments: text("optional", { carries: true }),
      ...linkedProblems,
    },
  },
  Activity: {
    attributes: {},
    elements: {
      Performed: text("one"),
      With: text("one"),
      Method: text("one"),
      Duration: text("one", integer),
      ...linkedProblems,
    },
  },
  Narrative: {
    attributes: {},
    elements: { Line: text("one", { occursInClient: "many", carries: true }), ...linkedProblems },
  },
} as const satisfies Readonly<Record<string, WireType>>;
