const attempts = new WeakMap<Request, number>();

/** Which attempt of its call a request is, from 1. */
export function attemptOf(request: Request): number {
  return attempts.get(request) ?? 1;
}

/** Said by `retry`, for the hooks inside it. */
export function setAttempt(request: Request, attempt: number): void {
  attempts.set(request, attempt);
}
