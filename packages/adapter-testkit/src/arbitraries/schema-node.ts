/** As much of a zod schema as is needed to walk it. */
export interface SchemaNode {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, SchemaNode>>;
    readonly element?: SchemaNode;
    readonly innerType?: SchemaNode;
    readonly options?: readonly SchemaNode[];
    readonly valueType?: SchemaNode;
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
    readonly checks?: readonly { readonly _zod: { readonly def: SchemaCheck } }[];
  };
  meta(): { readonly title?: string } | undefined;
}

export interface SchemaCheck {
  readonly check: string;
  readonly pattern?: RegExp;
}

/** A schema as something that can be walked; what is no zod schema is refused. */
export function nodeOfSchema(schema: object): SchemaNode {
  if (!("def" in schema && "meta" in schema)) throw new TypeError("not a zod schema");
  return schema as SchemaNode;
}

/** The title a schema goes by; a schema described again for one place keeps it. */
export function titleOf(schema: SchemaNode): string | undefined {
  return schema.meta()?.title;
}

/** The string checks of a schema, such as its regular expression. */
export function checksOf(schema: SchemaNode): readonly SchemaCheck[] {
  return (schema.def.checks ?? []).map((check) => check._zod.def);
}
