// Addresses that run a command of ours when they are followed.

/** The address of a command with one word for an argument; the server puts it in the placeholder. */
export function commandHref(command: string, placeholder: string): string {
  return `command:${command}?${encodeURIComponent('["')}${placeholder}${encodeURIComponent('"]')}`;
}
