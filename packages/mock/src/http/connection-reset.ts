/** Thrown instead of answering: over HTTP the socket is reset, in process `fetch` fails as it does then. */
export class ConnectionReset extends Error {
  override readonly name = "ConnectionReset";
  readonly code = "ECONNRESET";

  constructor() {
    super("The mock reset the connection, as it was asked to.");
  }
}
