// Compiles with the second release of the release test only.
import { releasedSecond } from "@org/client";

export const second: "second" = releasedSecond;
