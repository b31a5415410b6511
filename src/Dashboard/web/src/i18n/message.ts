/** A sentence, or its plural forms chosen by the `count` parameter. */
export type Message = string | { readonly one: string; readonly other: string };

export type Catalogue<TKey extends string> = Readonly<Record<TKey, Message>>;
