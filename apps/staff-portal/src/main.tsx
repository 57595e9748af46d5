import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StepUpDialog } from "@tsunagari/portal";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { client, queryClient, stepUpGate } from "./client.ts";
import { router } from "./router.ts";
import "./styles.css";

const element = document.querySelector("#root");
if (element === null) throw new Error("index.html has no element #root");

createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <StepUpDialog gate={stepUpGate} account={client.identity} />
    </QueryClientProvider>
  </StrictMode>,
);
