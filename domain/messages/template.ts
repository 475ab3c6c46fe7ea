/** The languages of England and Wales in which the service writes. */
export const messageLanguages = ['en', 'cy'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

export const messageChannels = ['text', 'email', 'letter'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/** What a text may be filled in with. There is no field for free text: what nobody can write, no text can reveal. */
export const messageFields = ['callbackNumber', 'contactName', 'reference', 'on', 'from', 'to'] as const;
export type MessageField = (typeof messageFields)[number];
export type MessageValues = { readonly [Field in MessageField]?: string | undefined };

/**
 * A text that is sent to people. It never says what it is about: whoever looks at the phone or opens the post must not
 * learn that a crime was reported. A published text is not changed; another wording is another version in a file of its own.
 */
export interface MessageTemplate {
  readonly id: string;
  readonly version: number;
  readonly purpose: 'acknowledgement' | 'contact' | 'update' | 'support' | 'safety';
  readonly channels: readonly MessageChannel[];
  /** It says that nothing is new: it keeps to the channel and the days that the victim agreed on. */
  readonly nothingNew?: true;
  /** Fields stand in the text as `((callbackNumber))`. */
  readonly texts: Readonly<Record<MessageLanguage, { readonly subject: string; readonly body: string }>>;
}

/** The fields that a text asks for, in the order in which they stand. */
export function fieldsOf({ texts }: MessageTemplate): MessageField[] {
  const asked = Object.values(texts).flatMap(({ subject, body }) => [...`${subject} ${body}`.matchAll(field)]);
  const names = new Set(asked.map(([, name]) => name));
  return messageFields.filter((name) => names.has(name));
}

const field = /\(\((\w+)\)\)/g;

/** The text with its fields filled in. Throws a RangeError where one has no value. */
export function rendered(
  { texts }: MessageTemplate,
  language: MessageLanguage,
  values: MessageValues
): { readonly subject: string; readonly body: string } {
  const fill = (text: string): string =>
    text.replace(field, (_whole, name: string) => {
      const value = values[name as MessageField];
      if (value === undefined) throw new RangeError(`The text needs ${name}`);
      return value;
    });
  const { subject, body } = texts[language];
  return { subject: fill(subject), body: fill(body) };
}
