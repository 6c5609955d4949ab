import type { z } from "zod";
import type { TransferInFull } from "../api/transfer-schemas.ts";
import { transferSchema, transferSummarySchema } from "../api/transfer-schemas.ts";
import type { samplePatients, SamplePractice } from "./sample-practices.ts";

type SamplePatient = (typeof samplePatients)[number];

/** What the sample does through the gateway's API, as any other client would. */
export class ApiClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async putPractice({ odsCode, ...settings }: SamplePractice): Promise<void> {
    await this.#call("PUT", `/practices/${odsCode}`, settings);
  }

  /** Enters a patient, or changes the entry there is; answers its id. */
  async putPatient(
    patient: SamplePatient,
    practices: { readonly currentPractice: string; readonly previousPractice: string },
  ): Promise<string> {
    const body = { ...patient, ...practices };
    const { nhsNumber } = patient;
    const known = await this.#call("POST", "/patients/search", { nhsNumber }, [404]);
    const entry = known
      ? await this.#call("PUT", `/patients/${idOf(known)}`, body)
      : await this.#call("POST", "/patients", body);
    return idOf(entry);
  }

  /** The latest transfer of a patient, if there is one. */
  async latestTransfer(
    patientId: string,
  ): Promise<z.infer<typeof transferSummarySchema> | undefined> {
    const answer = await this.#call("GET", `/transfers?limit=1&patientId=${patientId}`);
    const { transfers } = answer as { transfers: unknown[] };
    return transfers[0] === undefined ? undefined : transferSummarySchema.parse(transfers[0]);
  }

  async startTransfer(nhsNumber: string, requestingPractice: string): Promise<TransferInFull> {
    const started = await this.#call("POST", "/transfers", { nhsNumber, requestingPractice });
    return transferSchema.parse(started);
  }

  async transfer(id: string): Promise<TransferInFull> {
    return transferSchema.parse(await this.#call("GET", `/transfers/${id}`));
  }

  async #call(
    method: string,
    path: string,
    body?: unknown,
    absent: readonly number[] = [],
  ): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    });
    const answer: unknown = await response.json();
    if (absent.includes(response.status)) return undefined;
    if (!response.ok)
      throw new Error(
        `${method} ${path.split("?")[0]} was answered ${response.status}: ${JSON.stringify(answer)}`,
      );
    return answer;
  }
}

function idOf(entry: unknown): string {
  return (entry as { id: string }).id;
}
