/**
 * What a parameter or a result looks like: plain data, from which the TypeScript types (`infer.ts`),
 * the checks (`check.ts`) and each protocol's encoder and decoder follow. Nothing about a member is
 * written twice.
 *
 * Bounds, lengths, patterns, closed enumerations and constraints hold for parameters: no encoder writes what
 * breaks one. Of results they tell the reader what to expect, and a value beyond them is taken as it comes.
 *
 * Members carry the panel's own names; `description` is for readers of the native layer and the docs.
 */

/** What every shape may say about itself, whatever its kind. */
export interface ShapeNotes {
  readonly description: string;
  /** The panel's release that brought it, where that differs from the method's. */
  readonly since?: string;
  /** What the panel takes when an optional parameter is left out. */
  readonly default?: string | number | boolean;
  /** Unit of a quantity: `KiB`, `days`, `seconds`. */
  readonly unit?: string;
  /** Never logged, answered, recorded or traced; a decoder drops it unless it is a parameter. */
  readonly secret?: true;
  /** The name or the type was inferred, not printed in the vendor's text. */
  readonly assumed?: true;
  /**
   * Other names under which releases or documents know this member; read when the first is absent, and never
   * sent. Constraints may use them.
   */
  readonly aliases?: readonly string[];
  /** Namespace of its element, where that is not the one of the element around it; document/literal SOAP only. */
  readonly namespace?: string;
  /** Left out, it is sent as an element that says `xsi:nil`, as the schema demands; SOAP only. */
  readonly nil?: true;
  /** Its type as the encoding names it, where the kind stands for several: `xsd:short`; RPC/encoded SOAP only. */
  readonly wireType?: string;
}

/** One value of an enumeration, as the panel writes it, and what it means. */
export type EnumValues<V extends string | number> = ReadonlyArray<{
  readonly value: V;
  readonly meaning: string;
}>;

/** A 32-bit signed integer. */
export interface IntShape extends ShapeNotes {
  readonly kind: 'int';
  /** The least value that is allowed, and the greatest. */
  readonly min?: number;
  readonly max?: number;
  readonly values?: EnumValues<number>;
  /** The vendor says that more values exist; an unknown one is accepted. */
  readonly open?: true;
}

/**
 * A 64-bit signed integer. Protocols without one write it as a decimal string.
 * `twin`: the member also exists as a clamped 32-bit int without the `64` at the end of its name; the
 * 64-bit one is sent alone and wins when both arrive. Constraints may use either name, which mean the same.
 */
export interface Int64Shape extends ShapeNotes {
  readonly kind: 'int64';
  readonly min?: bigint;
  readonly max?: bigint;
  readonly twin?: true;
}

/** A floating-point number. */
export interface DoubleShape extends ShapeNotes {
  readonly kind: 'double';
}

/** Money: exact decimal digits, kept as text from end to end. */
export interface DecimalShape extends ShapeNotes {
  readonly kind: 'decimal';
}

export interface BooleanShape extends ShapeNotes {
  readonly kind: 'boolean';
}

export interface StringShape extends ShapeNotes {
  readonly kind: 'string';
  /** In characters, one beyond U+FFFF being one. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Something in the text has to match: `^` and `$` are not added. */
  readonly pattern?: RegExp;
  readonly values?: EnumValues<string>;
  /** As in {@link IntShape}. */
  readonly open?: true;
}

/** A date and time as the panel writes it; the adapter knows the panel's zone. */
export interface DateTimeShape extends ShapeNotes {
  readonly kind: 'dateTime';
}

/** Bytes. */
export interface BytesShape extends ShapeNotes {
  readonly kind: 'bytes';
}

/** Whatever the panel sends: for methods whose results no document describes. */
export interface AnyShape extends ShapeNotes {
  readonly kind: 'any';
}

export interface ArrayShape<E extends Shape = Shape> extends ShapeNotes {
  readonly kind: 'array';
  readonly of: E;
  /** The element's name on protocols that name array members (SOAP, plain XML). */
  readonly itemName?: string;
  /** Its items stand in the record itself, each under the member's name; document/literal SOAP only. */
  readonly inline?: true;
  /** See {@link Rows}. */
  readonly rowByRow?: true;
}

/**
 * A rule between the members of a struct.
 *
 * A name may be a path into members (`auth.login`) and into each element of a list (`limits[].resource_limit`). Where
 * all names begin alike, the rule is about that inner struct: it holds in every element, and says nothing where the
 * struct or the list is left out.
 */
export type Constraint =
  | { readonly rule: 'exactlyOneOf' | 'atLeastOneOf' | 'atMostOneOf'; readonly members: readonly string[] }
  /**
   * `anySet`: at least one whole set is there. `exactlyOneSet`: one whole set is there, and nothing of the others. A
   * name that ends in `?` is optional inside its set.
   */
  | { readonly rule: 'exactlyOneSet' | 'anySet'; readonly sets: ReadonlyArray<readonly string[]> };

export type Members = Readonly<Record<string, Shape | Optional<Shape> | Key<Shape>>>;

export interface StructShape<M extends Members = Members> extends ShapeNotes {
  readonly kind: 'struct';
  /** In the order in which they are sent. */
  readonly members: M;
  readonly constraints?: readonly Constraint[];
  /** The type's name on protocols that name it (`xsi:type`). */
  readonly typeName?: string;
  /** Namespace of that name, where it is not the one that the backend's settings give; RPC/encoded SOAP only. */
  readonly typeNamespace?: string;
  /** An ADO.NET DataSet (SOAP): the members are its tables, lists of rows by the name of the table. */
  readonly dataSet?: true;
  /**
   * Members that the shape does not name are handed on as they came, and sent as they are: for records that are read,
   * changed in part and written back whole. XML-RPC and document/literal SOAP only.
   */
  readonly open?: true;
  /** The member that a text stands for which comes in place of the elements; document/literal SOAP only. */
  readonly bare?: string;
}

export type Shape =
  | IntShape
  | Int64Shape
  | DoubleShape
  | DecimalShape
  | BooleanShape
  | StringShape
  | DateTimeShape
  | BytesShape
  | AnyShape
  // biome-ignore lint/suspicious/noExplicitAny: a recursive default would make every inferred type circular
  | ArrayShape<any>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  | StructShape<any>;

/** A parameter that may be left out, or a result member that the vendor says is not always there. */
export type Optional<S extends Shape> = S & { readonly optional: true };
/** A result member without which the answer is of no use: its absence is a protocol error. */
export type Key<S extends Shape> = S & { readonly key: true };

/** A list whose rows stand for themselves: one that cannot be read is its error, and leaves the others whole. */
export type Rows<E extends Shape> = ArrayShape<E> & { readonly rowByRow: true };

type Notes<S extends Shape> = Partial<Omit<S, 'kind' | 'description' | 'of' | 'members'>>;

export const int = (description: string, notes: Notes<IntShape> = {}): IntShape => ({
  ...notes,
  kind: 'int',
  description,
});
export const int64 = (description: string, notes: Notes<Int64Shape> = {}): Int64Shape => ({
  ...notes,
  kind: 'int64',
  description,
});
export const double = (description: string, notes: Notes<DoubleShape> = {}): DoubleShape => ({
  ...notes,
  kind: 'double',
  description,
});
export const decimal = (description: string, notes: Notes<DecimalShape> = {}): DecimalShape => ({
  ...notes,
  kind: 'decimal',
  description,
});
export const boolean = (description: string, notes: Notes<BooleanShape> = {}): BooleanShape => ({
  ...notes,
  kind: 'boolean',
  description,
});
export const string = (description: string, notes: Notes<StringShape> = {}): StringShape => ({
  ...notes,
  kind: 'string',
  description,
});
export const dateTime = (description: string, notes: Notes<DateTimeShape> = {}): DateTimeShape => ({
  ...notes,
  kind: 'dateTime',
  description,
});
export const bytes = (description: string, notes: Notes<BytesShape> = {}): BytesShape => ({
  ...notes,
  kind: 'bytes',
  description,
});
export const any = (description: string, notes: Notes<AnyShape> = {}): AnyShape => ({
  ...notes,
  kind: 'any',
  description,
});
export const array = <E extends Shape>(
  of: E,
  description: string,
  notes: Notes<ArrayShape> = {},
): ArrayShape<E> => ({ ...notes, kind: 'array', of, description });
export const rows = <E extends Shape>(
  of: E,
  description: string,
  notes: Notes<ArrayShape> = {},
): Rows<E> => ({ ...array(of, description, notes), rowByRow: true });
export const struct = <M extends Members>(
  members: M,
  description = '',
  notes: Notes<StructShape> = {},
): StructShape<M> => ({ ...notes, kind: 'struct', members, description });
export const dataSet = <M extends Readonly<Record<string, ArrayShape>>>(
  tables: M,
  description = '',
): StructShape<M> => struct(tables, description, { dataSet: true });

export const optional = <S extends Shape>(shape: S): Optional<S> => ({ ...shape, optional: true });
export const key = <S extends Shape>(shape: S): Key<S> => ({ ...shape, key: true });

export const isOptional = (shape: Shape): boolean => 'optional' in shape;
export const isKey = (shape: Shape): boolean => 'key' in shape;
