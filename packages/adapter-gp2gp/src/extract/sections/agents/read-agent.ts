import { newEntry } from "@gp2gp/core";
import type { Address, Agent, Identifier, Telecom } from "@gp2gp/core";
import type { AgentOrganization, AgentSDS, Agent as WireAgent } from "@gp2gp/hl7v3";
import { readAddress } from "../../values/address.ts";
import { readCoded } from "../../values/coded.ts";
import { readIdentifier, readIdentifiers } from "../../values/identifier.ts";
import { readNameText, readPersonName } from "../../values/person-name.ts";
import { readTelecom } from "../../values/telecom.ts";
import { readText } from "../../values/text.ts";
import { ownIdOf } from "../shared/statement-head.ts";

type Described = Pick<
  Agent,
  | "kind"
  | "person"
  | "gender"
  | "name"
  | "description"
  | "model"
  | "software"
  | "telecoms"
  | "addresses"
> & { readonly identifiers: readonly Identifier[]; readonly concept?: Agent["concept"] };

/** A person, organisation or device of the directory, and on whose behalf it acts. */
export function readAgent(agent: WireAgent): Agent {
  const ids = agent.id ?? [];
  const id = ownIdOf(...ids);
  const own = ids.findIndex((one) => one.root?.toUpperCase() === id && one.extension === undefined);
  const described = describe(agent);
  const concept = readCoded(agent.code) ?? described.concept;
  const represents = readRepresented(agent);
  const telecoms = [...(described.telecoms ?? []), ...readTelecoms(agent.telecom)];
  const addresses = [...(described.addresses ?? []), ...readAddresses(agent.addr)];
  return {
    ...newEntry(id, 0, {}),
    ...described,
    ...(concept && { concept }),
    identifiers: [
      ...readIdentifiers(ids.filter((_, index) => index !== own)),
      ...described.identifiers,
    ],
    ...(telecoms.length > 0 && { telecoms }),
    ...(addresses.length > 0 && { addresses }),
    ...(represents && { represents }),
  };
}

/** A person known by identifiers of the Spine directory alone. */
export function readAgentSds(agent: AgentSDS): Agent {
  const id = ownIdOf(...(agent.id ?? []));
  return {
    ...newEntry(id, 0, {}),
    kind: "person",
    identifiers: readIdentifiers([
      ...(agent.id ?? []).filter(
        (one) => one.root?.toUpperCase() !== id || one.extension !== undefined,
      ),
      ...(agent.agentPersonSDS?.id ? [agent.agentPersonSDS.id] : []),
    ]),
  };
}

function describe(agent: WireAgent): Described {
  if (agent.agentPerson) {
    const person = readPersonName(agent.agentPerson.name);
    const gender = agent.agentPerson.administrativeGenderCode?.code;
    return {
      kind: "person",
      identifiers: [],
      ...(person && { person }),
      ...(gender !== undefined && gender !== "" && { gender }),
    };
  }
  if (agent.agentOrganization) return describeOrganisation(agent.agentOrganization);
  if (agent.agentDevice) {
    const { id, code, name, desc, manufacturerModelName, softwareName } = agent.agentDevice;
    const concept = readCoded(code);
    const words = {
      name: readText(name),
      description: readText(desc),
      model: readText(manufacturerModelName),
      software: readText(softwareName),
    };
    return {
      kind: "device",
      identifiers: readIdentifiers(id ? [id] : []),
      ...(concept && { concept }),
      ...(words.name !== undefined && { name: words.name }),
      ...(words.description !== undefined && { description: words.description }),
      ...(words.model !== undefined && { model: words.model }),
      ...(words.software !== undefined && { software: words.software }),
    };
  }
  const sds =
    agent.agentOrganizationSDS?.id ?? agent.agentPersonSDS?.id ?? agent.agentDeviceSDS?.id;
  const identifier = readIdentifier(sds);
  return {
    kind: agent.agentOrganizationSDS ? "organisation" : agent.agentDeviceSDS ? "device" : "person",
    identifiers: identifier ? [identifier] : [],
  };
}

function describeOrganisation(organisation: AgentOrganization): Described {
  const concept = readCoded(organisation.code);
  const name = readNameText(organisation.name);
  const description = readText(organisation.desc);
  return {
    kind: "organisation",
    identifiers: readIdentifiers(organisation.id ? [organisation.id] : []),
    ...(concept && { concept }),
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    telecoms: readTelecoms(organisation.telecom),
    addresses: readAddresses(organisation.addr),
  };
}

function readTelecoms(telecoms: WireAgent["telecom"]): Telecom[] {
  return (telecoms ?? []).flatMap((telecom) => readTelecom(telecom) ?? []);
}

function readAddresses(addresses: WireAgent["addr"]): Address[] {
  return (addresses ?? []).flatMap((address) => readAddress(address) ?? []);
}

function readRepresented(agent: WireAgent): Agent["represents"] {
  const { representedOrganization: organisation } = agent;
  if (organisation) {
    const { identifiers, concept, name, description, telecoms, addresses } =
      describeOrganisation(organisation);
    return {
      ...(identifiers.length > 0 && { identifiers }),
      ...(concept && { code: concept }),
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(telecoms && telecoms.length > 0 && { telecoms }),
      ...(addresses && addresses.length > 0 && { addresses }),
    };
  }
  const sds = readIdentifier(
    agent.representedOrganizationSDS?.id ?? agent.representedPersonSDS?.id,
  );
  const person = readPersonName(agent.representedPerson?.name);
  const name = (person && nameOf(person)) || undefined;
  if (!sds && name === undefined) return undefined;
  return { ...(sds && { identifiers: [sds] }), ...(name !== undefined && { name }) };
}

function nameOf({ text, prefixes, given, family, suffixes }: NonNullable<Agent["person"]>): string {
  return [text, ...(prefixes ?? []), ...(given ?? []), ...(family ?? []), ...(suffixes ?? [])]
    .filter((part) => part !== undefined)
    .join(" ");
}
