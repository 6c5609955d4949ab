import type { II } from "../data-types/simple.ts";
import { checkWire } from "../table/check-wire.ts";
import { finding, type Finding, type FindingCode } from "../table/finding.ts";
import { wirePosition } from "../table/wire-node.ts";
import { oids } from "../vocabulary/oids.ts";
import { ehrRequestInteraction } from "./ehr-request.ts";
import { isNhsNumberChecked } from "./nhs-number-check.ts";
import { ehrRequestMessage, type EhrRequestMessage } from "./request-message.ts";

const uuid = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/iu;

/**
 * Checks an EHR request: no schema of it is public, so the rules are ours. The class table says what must be there; the
 * identifiers must have the roots and forms that the receiver looks them up by.
 */
export function checkEhrRequest(message: EhrRequestMessage): readonly Finding[] {
  const root = `/${ehrRequestInteraction}[1]`;
  const findings = [...checkWire(ehrRequestMessage, message, { name: ehrRequestInteraction })];
  const add = (code: FindingCode, path: string, id: II): void => {
    findings.push(finding(code, { path: `${root}${path}`, ...id[wirePosition] }));
  };
  const check = (
    id: II | undefined,
    path: string,
    isGood: (id: II) => boolean,
    code: FindingCode = "identifier-malformed",
  ): void => {
    // What is missing, the class table has said.
    if (id !== undefined && id.nullFlavor === undefined && !isGood(id)) add(code, path, id);
  };
  const is = (oid: string, form: RegExp) => (id: II) =>
    id.root === oid && form.test(id.extension ?? "");
  const isUuid = ({ root: value, extension }: II) =>
    uuid.test(value ?? "") && extension === undefined;
  const isAsid = is(oids.asid.oid, /^\d{12}$/u);
  const isOdsCode = is(oids.odsCode.oid, /^[A-Za-z0-9]{3,12}$/u);

  check(message.id, "/id[1]", isUuid);
  check(
    message.interactionId,
    "/interactionId[1]",
    is(oids.interaction.oid, new RegExp(`^${ehrRequestInteraction}$`, "u")),
    "interaction-wrong",
  );
  message.communicationFunctionRcv?.forEach((receiver, index) =>
    check(
      receiver.device?.id?.[0],
      `/communicationFunctionRcv[${index + 1}]/device[1]/id[1]`,
      isAsid,
    ),
  );
  check(
    message.communicationFunctionSnd?.device?.id?.[0],
    "/communicationFunctionSnd[1]/device[1]/id[1]",
    isAsid,
  );
  const act = message.ControlActEvent;
  act?.author1?.forEach((author, index) =>
    check(
      author.AgentSystemSDS?.agentSystemSDS?.id,
      `/ControlActEvent[1]/author1[${index + 1}]/AgentSystemSDS[1]/agentSystemSDS[1]/id[1]`,
      isAsid,
    ),
  );
  const request = act?.subject?.EhrRequest;
  const path = "/ControlActEvent[1]/subject[1]/EhrRequest[1]";
  const organisation = "/AgentOrgSDS[1]/agentOrganizationSDS[1]/id[1]";
  check(request?.id, `${path}/id[1]`, isUuid);
  check(
    request?.author?.AgentOrgSDS?.agentOrganizationSDS?.id,
    `${path}/author[1]${organisation}`,
    isOdsCode,
  );
  check(
    request?.destination?.AgentOrgSDS?.agentOrganizationSDS?.id,
    `${path}/destination[1]${organisation}`,
    isOdsCode,
  );
  const patient = request?.recordTarget?.patient?.id;
  const patientPath = `${path}/recordTarget[1]/patient[1]/id[1]`;
  const isNhsNumber = is(oids.nhsNumber.oid, /^\d{10}$/u);
  check(patient, patientPath, isNhsNumber);
  if (patient !== undefined && isNhsNumber(patient) && !isNhsNumberChecked(patient.extension ?? ""))
    add("check-digit-wrong", patientPath, patient);
  return findings;
}
