/** Sends e-mail to partners whose domains are trusted with what is sensitive. */
export interface SecureEmail {
  /** `reference` is ours and names nobody: the same reference is sent once. */
  send(email: SecureEmailMessage): Promise<void>;
  /** What became of an e-mail; undefined where none was sent under this reference. */
  find(reference: string): Promise<'sending' | 'delivered' | 'failed' | undefined>;
}

export interface SecureEmailMessage {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly reference: string;
}
