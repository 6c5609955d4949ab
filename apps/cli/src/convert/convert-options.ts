/** The options of `gp2gp convert`, as the command line gives them. */
export interface ConvertOptions {
  readonly from?: string;
  readonly to: string;
  readonly out: string;
  readonly report?: string;
  readonly formatVersion?: string;
  readonly receiver?: string;
  readonly demographics?: string;
  readonly patient?: string;
  readonly senderOds?: string;
  readonly receiverOds?: string;
  readonly senderAsid?: string;
  readonly receiverAsid?: string;
  readonly requestId?: string;
  readonly option?: readonly string[];
  readonly confidential: "withhold" | "carry";
  readonly pack?: string | boolean;
  readonly assurance?: readonly string[];
  readonly content?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}
