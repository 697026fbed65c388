import type { Job } from "bullmq";

/** Where Redis holds what belongs to a chunk: the lock is the queue's, the others are ours. */
export function chunkKeys({ queueQualifiedName, id }: Pick<Job, "queueQualifiedName" | "id">) {
  const key = `${queueQualifiedName}:${id}`;
  return { lock: `${key}:lock`, checkpoint: `${key}:checkpoint`, exceptions: `${key}:exceptions` };
}
