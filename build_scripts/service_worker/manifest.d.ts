/** Written by build_scripts/post_build/service_worker.py. Paths count from the site's root. */
export const manifest: {
  /** Name of the code, as pages carry it. */
  code: string;
  /** Name of this list, and of the cache that holds what is on it. */
  version: string;
  /** What every page loads, with the start of its SHA-256; "" where a server may change the bytes. */
  files: Record<string, string>;
  pages: Record<string, string>;
  /** The pages that may be kept before they are visited. */
  ahead: string[];
  runtime: Record<string, { sent: number; starts: boolean }>;
};
