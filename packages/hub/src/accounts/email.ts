/** As it is kept and compared; mail servers that tell capitals apart have long died out. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether a mail could be sent there: one `@`, no space, at most 254 characters (RFC 5321, 4.5.3.1). */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^@\s]+@[^@\s]+$/.test(text);
}
