import type { Agent, Identifier } from "@gp2gp/core";
import type { AgentOrganization, II, Agent as WireAgent } from "@gp2gp/hl7v3";
import { writeAddress } from "../../values/address.ts";
import { writeOptionalCode } from "../../values/coded.ts";
import { writeIdentifier } from "../../values/identifier.ts";
import { writeNameText, writePersonName } from "../../values/person-name.ts";
import { writeTelecom } from "../../values/telecom.ts";
import { writeText, isToken } from "../../values/text.ts";
import type { WriteScope } from "../shared/scopes.ts";

/** An agent of the directory. `represented` is the organisation entry it acts for, where the record names one by id. */
export function writeAgent(
  entry: Agent,
  represented: Agent | undefined,
  scope: WriteScope,
): WireAgent {
  // Real messages say what a device is of the device itself, and what anybody else is of the agent.
  const code = entry.kind === "device" ? undefined : writeOptionalCode(entry.concept);
  const person = entry.kind === "person";
  const { own, others } = splitIdentifiers(entry);
  const contact = person || entry.kind === "device" ? writeContact(entry) : {};
  return {
    classCode: "AGNT",
    // RCCT: Agent id is 1..2
    id: [{ root: scope.writtenId(entry.id) }, ...others.slice(0, 1)],
    ...(code && { code }),
    ...contact,
    ...writeKind(entry, own),
    ...writeRepresented(entry, represented),
  };
}

type Kinds = Pick<WireAgent, "agentPerson" | "agentDevice" | "agentOrganization">;

function writeKind(entry: Agent, own: II | undefined): Kinds {
  if (entry.kind === "person") {
    const name = writePersonName(entry.person);
    return {
      agentPerson: {
        classCode: "PSN",
        determinerCode: "INSTANCE",
        ...(name && { name }),
        ...(entry.gender !== undefined &&
          isToken(entry.gender) && { administrativeGenderCode: { code: entry.gender } }),
      },
    };
  }
  const words = {
    name: writeText(entry.name),
    desc: writeText(entry.description),
    model: writeText(entry.model),
    software: writeText(entry.software),
  };
  if (entry.kind === "device") {
    const code = writeOptionalCode(entry.concept);
    return {
      agentDevice: {
        classCode: "DEV",
        determinerCode: "INSTANCE",
        ...(own && { id: own }),
        ...(code && { code }),
        ...(words.name && { name: words.name }),
        ...(words.desc && { desc: words.desc }),
        ...(words.model && { manufacturerModelName: words.model }),
        ...(words.software && { softwareName: words.software }),
      },
    };
  }
  return {
    agentOrganization: {
      ...writeOrganisation({ ...entry, code: undefined, identifiers: [] }),
      ...(own && { id: own }),
    },
  };
}

interface Organisation {
  readonly identifiers?: readonly Identifier[] | undefined;
  readonly code?: Agent["concept"];
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly telecoms?: Agent["telecoms"];
  readonly addresses?: Agent["addresses"];
}

/** An organisation; the elements stand in the order of the schema. */
function writeOrganisation(organisation: Organisation): AgentOrganization {
  const [identifier] = organisation.identifiers ?? [];
  const id = identifier && writeIdentifier(identifier);
  const code = writeOptionalCode(organisation.code);
  const name = writeNameText(organisation.name);
  const desc = writeText(organisation.description);
  // RCCT: Organization telecom is 0..5, addr 0..2
  const telecom = (organisation.telecoms ?? [])
    .flatMap((telecom) => writeTelecom(telecom) ?? [])
    .slice(0, 5);
  const addr = (organisation.addresses ?? []).slice(0, 2).map(writeAddress);
  return {
    classCode: "ORG",
    determinerCode: "INSTANCE",
    ...(id && { id }),
    ...(code && { code }),
    ...(name.length > 0 && { name: { parts: name } }),
    ...(desc && { desc }),
    ...(telecom.length > 0 && { telecom }),
    ...(addr.length > 0 && { addr }),
  };
}

function writeContact(entry: Agent): Pick<WireAgent, "addr" | "telecom"> {
  const addr = (entry.addresses ?? []).map(writeAddress);
  const telecom = (entry.telecoms ?? []).flatMap((telecom) => writeTelecom(telecom) ?? []);
  return {
    ...(addr.length > 0 && { addr }),
    ...(telecom.length > 0 && { telecom }),
  };
}

/** The identifier of the organisation or device itself stands with it, others with the agent, as many as there is room for. */
function splitIdentifiers(entry: Agent): {
  readonly own: II | undefined;
  readonly others: readonly II[];
} {
  const written = entry.identifiers.flatMap((identifier) => writeIdentifier(identifier) ?? []);
  if (entry.kind === "person" || written.length === 0) return { own: undefined, others: written };
  return { own: written.at(-1), others: written.slice(0, -1) };
}

function writeRepresented(
  entry: Agent,
  represented: Agent | undefined,
): Pick<WireAgent, "representedOrganization"> {
  const { represents } = entry;
  if (represents === undefined) return {};
  if (typeof represents !== "string")
    return { representedOrganization: writeOrganisation(represents) };
  if (!represented) return {};
  return {
    representedOrganization: writeOrganisation({
      identifiers: represented.identifiers,
      code: represented.concept,
      name: represented.name,
      description: represented.description,
      telecoms: represented.telecoms,
      addresses: represented.addresses,
    }),
  };
}
