import { findServer } from "@tsunagari/db/embedded";
import postgres from "postgres";
import { expect, type Page } from "@playwright/test";
import { textField } from "./fields.ts";

/**
 * Lets six minutes pass for who is signed in, on every device of his: the journeys of one system share its clock, so the
 * sessions are made older instead. Showing who one is counts for five (d7).
 */
export const letSixMinutesPass = async (page: Page): Promise<void> => {
  const directory = process.env["E2E_DIRECTORY"];
  if (directory === undefined) throw new Error("E2E_DIRECTORY is not set: run the journeys with npm run e2e.");
  const portal = new URL(page.url()).pathname.split("/")[1] ?? "";
  const token = (await page.context().cookies()).find(({ name }) => name === portal)?.value ?? "";
  const server = await findServer(`${directory}/postgresql`);
  if (server === undefined) throw new Error("the server of the journeys is not running");
  const address = new URL(server.superuserUrl);
  address.pathname = "/tsunagari";
  const sql = postgres(address.href, { max: 1, onnotice: () => undefined });
  try {
    const aged = await sql`update auth_session set authenticated_at = authenticated_at - interval '6 minutes'
      where token_hash = encode(sha256(${token}::bytea), 'hex') returning id`;
    expect(aged).toHaveLength(1);
  } finally {
    await sql.end();
  }
};

/** The question of who one is, as it stands over whatever was being done. */
export const question = (page: Page) => page.getByRole("alertdialog", { name: "もう一度、本人であることを確かめます" });

/** Answers it. */
export const answerQuestion = async (page: Page, password: string): Promise<void> => {
  await textField(question(page), "パスワード").fill(password);
  await question(page).getByRole("button", { name: "確かめて続ける" }).click();
};
