import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** One build: the server entry, and beside it the style sheet and fonts it links to, which the API serves at /assets. */
export default defineConfig({
  plugins: [tanstackRouter({ target: "react", autoCodeSplitting: false }), react(), tailwindcss()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/entry.tsx",
    outDir: "dist/server",
    emptyOutDir: true,
    ssrEmitAssets: true,
    // Fonts as data: addresses would be refused by the content security policy.
    assetsInlineLimit: 0,
    cssMinify: true,
    minify: true,
    target: "node22",
    rolldownOptions: { output: { entryFileNames: "entry.js" } },
  },
});
