/** True when the user's name is itself an e-mail address, which is then used as it is. */
export function isEmailAddress(username: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(username);
}
