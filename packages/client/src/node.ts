export { type CheckpointCheck, checkpointChecks } from "./checkpoint/checkpoint-checks.ts";
export { fileCheckpoint } from "./checkpoint/file-checkpoint.ts";
