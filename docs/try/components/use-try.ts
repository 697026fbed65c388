import { computed, onBeforeUnmount, onMounted, reactive, ref, shallowRef, watch } from "vue";
import { printCall } from "../code/print-call.ts";
import { type Choice, firstChoice, initialChoice } from "../form/choice.ts";
import { choiceOf, hashOf } from "../form/choice-hash.ts";
import type { Operation } from "../operations/operation.ts";
import { summaryOf } from "../timeline/summary.ts";
import { type Span, Timeline } from "../timeline/timeline.ts";
import { CallWatch, type Exchange } from "../timeline/watch-calls.ts";
import type { FrequencyName } from "../world/faults.ts";
import type { World } from "../world/world.ts";
import { useCompiler } from "./use-compiler.ts";

/** What the whole page shares: the choice, the world that it is run in, and what came of it. */
export function useTry(operations: readonly Operation[]) {
  const choice = ref<Choice>(firstChoice(operations));
  const operation = computed(
    () => operations.find(({ id }) => id === choice.value.operation) ?? (operations[0] as Operation),
  );
  const code = computed(() => printCall(choice.value, operation.value));

  const world = shallowRef<World>();
  const conditions = reactive({ speed: 1, limits: true, faults: [] as string[], frequency: "first" as FrequencyName });
  const now = ref(0);
  const running = ref(false);
  const status = ref("");
  const thrown = ref("");
  const logged = ref<string[]>([]);
  const selected = shallowRef<Span>();

  // The time line is no reactive object: it changes hundreds of times a second while it is looked at a few times.
  const timeline = new Timeline(() => world.value?.clock.now() ?? 0);
  const version = ref(0);
  const watcher = new CallWatch(timeline, () => {
    hasNews = true;
  });
  let hasNews = false;

  const exchange = computed((): Exchange | undefined => {
    void version.value;
    const span = selected.value ?? watcher.last;
    const found = span && watcher.exchangeOf(span);
    return found && { ...found };
  });

  const { compiler, compilerState, report, reportIsOld, loadCompiler, stopCompiler } = useCompiler(code);

  function choose(id: string): void {
    const chosen = operations.find((one) => one.id === id);
    if (!chosen) return;
    const { times, without } = choice.value;
    choice.value = withJob({ ...initialChoice(chosen), times, without });
  }

  /** A path that names a job names the one that its family begins with, unless the visitor has named another. */
  function withJob(one: Choice): Choice {
    const path = operations.find(({ id }) => id === one.operation)?.path ?? "";
    const job = world.value?.jobs.get(path.replace(/\/\{job_id\}.*$/, ""));
    if (job && one.path.job_id === "") one.path.job_id = job;
    return one;
  }

  /** Everything that a run watches begins anew. */
  function clear(): void {
    timeline.clear();
    watcher.clear();
    selected.value = undefined;
    thrown.value = "";
    logged.value = [];
    version.value++;
  }

  function applyFaults(): void {
    world.value?.setFaults(conditions.faults, conditions.frequency);
  }

  async function run(): Promise<void> {
    const there = world.value;
    if (!there || running.value) return;
    running.value = true;
    clear();
    applyFaults();
    status.value = "Running …";
    const began = there.clock.now();
    try {
      const { runCode } = await import("../world/run-code.ts");
      const program = compiler.value ? await compiler.value.strip(code.value) : code.value;
      const log = (...values: unknown[]): void => {
        logged.value = [...logged.value, values.map(logText).join(" ")].slice(-100);
      };
      const { error } = await runCode(program, there.clientFor(watcher), log);
      thrown.value = error instanceof Error ? error.message : "";
    } catch (error) {
      thrown.value = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
    status.value = summaryOf(timeline, there.clock.now() - began);
    running.value = false;
    hasNews = true;
  }

  async function reset(): Promise<void> {
    world.value?.stop();
    clear();
    status.value = "";
    const { createWorld } = await import("../world/world.ts");
    const made = await createWorld(operations.map(({ path }) => path));
    made.clock.speed = conditions.speed;
    if (!conditions.limits) made.setLimits(false);
    world.value = made;
    choice.value = withJob(choice.value);
  }

  function refresh(): void {
    now.value = world.value?.clock.now() ?? 0;
    if (!hasNews && !running.value) return;
    hasNews = false;
    version.value++;
  }

  watch(
    () => conditions.speed,
    (speed) => {
      if (world.value) world.value.clock.speed = speed;
    },
  );
  watch(
    () => conditions.limits,
    (limits) => world.value?.setLimits(limits),
  );
  watch(choice, (one) => history.replaceState(history.state, "", hashOf(one, operation.value)), { deep: true });

  let timer: ReturnType<typeof setInterval>;
  const followHash = (): void => {
    choice.value = withJob(choiceOf(location.hash, operations));
  };
  onMounted(async () => {
    if (location.hash) followHash();
    window.addEventListener("hashchange", followHash);
    timer = setInterval(refresh, 100);
    await reset();
    // A visitor who saves data says when to load a megabyte.
    const { saveData = false } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
    if (!saveData) void loadCompiler();
  });
  onBeforeUnmount(() => {
    window.removeEventListener("hashchange", followHash);
    clearInterval(timer);
    world.value?.stop();
    stopCompiler();
  });

  return {
    operations,
    choice,
    operation,
    code,
    choose,
    world,
    conditions,
    now,
    run,
    running,
    status,
    thrown,
    logged,
    reset,
    clear,
    applyFaults,
    timeline,
    watcher,
    version,
    selected,
    exchange,
    compilerState,
    report,
    reportIsOld,
    loadCompiler,
  };
}

export type Try = ReturnType<typeof useTry>;

function logText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
}
