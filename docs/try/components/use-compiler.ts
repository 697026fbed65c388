import { type Ref, ref, shallowRef, watch } from "vue";
import { type Compiler, startCompiler } from "../compiler/compiler.ts";
import type { TypeReport } from "../compiler/type-check.ts";

export type CompilerState = "waiting" | "loading" | "ready" | "failed";

/** TypeScript, which is loaded when somebody wants it, and what it says of the code as it is now. */
export function useCompiler(code: Ref<string>) {
  const compiler = shallowRef<Compiler>();
  const compilerState = ref<CompilerState>("waiting");
  const report = shallowRef<TypeReport>();
  /** Whether the report is of another program than the one that is shown. */
  const reportIsOld = ref(false);

  async function loadCompiler(): Promise<void> {
    if (compilerState.value !== "waiting" && compilerState.value !== "failed") return;
    compilerState.value = "loading";
    try {
      const started = await startCompiler();
      report.value = await started.check(code.value);
      compiler.value = started;
      compilerState.value = "ready";
    } catch {
      compilerState.value = "failed";
    }
  }

  async function check(): Promise<void> {
    const text = code.value;
    if (!compiler.value) return;
    reportIsOld.value = true;
    const found = await compiler.value.check(text);
    if (text !== code.value) return;
    report.value = found;
    reportIsOld.value = false;
  }

  watch(code, () => void check());
  const stopCompiler = (): void => compiler.value?.stop();
  return { compiler, compilerState, report, reportIsOld, loadCompiler, stopCompiler };
}
