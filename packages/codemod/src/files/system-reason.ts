const reasons: Readonly<Record<string, string>> = {
  EACCES: "you have no permission (see who owns the file and its folder)",
  EDQUOT: "your share of the disk is used up",
  EFBIG: "it is larger than this process may write",
  EISDIR: "a folder is there",
  EMFILE: "too many files are open",
  ENOENT: "there is no such file",
  ENOSPC: "no space is left on the disk (make room and run again)",
  ENOTDIR: "a part of its path is a file, not a folder",
  EPERM: "you have no permission",
  EROFS: "the disk is read-only (make it writable and run again)",
};

/** Whether the system refused something, such as to write on a full disk: no bug, and no stack to be shown. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** Why the system refused something, in words; whatever else happened, in its own. */
export function systemReason(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error);
  return reasons[error.code ?? ""] ?? error.message;
}
