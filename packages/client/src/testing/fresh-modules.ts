import { vi } from "vitest";

// Test files share a worker while the code is mutated, and so would share what a module made when it was first loaded.
vi.resetModules();
