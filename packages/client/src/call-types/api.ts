/** What the types of calls are made from: a revision's operations by method and path, and the filters of its paths. */
export interface AnyApi {
  routes: object;
  filters: object;
}

/** The operations of a method, by path; none for a method that the revision has no operation of. */
type RoutesOf<Api extends AnyApi, Method> = Method extends keyof Api["routes"] ? Api["routes"][Method] : NoRoutes;

type NoRoutes = Record<never, never>;

/** The paths that have a method. */
export type PathsOf<Api extends AnyApi, Method> = keyof RoutesOf<Api, Method>;

/** The operation that a method of a path calls. */
export type OperationAt<Api extends AnyApi, Method, Path extends PathsOf<Api, Method>> = RoutesOf<Api, Method>[Path];

/** The filters of a path. */
export type FiltersOf<Api extends AnyApi, Path> = [Path] extends [keyof Api["filters"]] ? Api["filters"][Path] : never;
