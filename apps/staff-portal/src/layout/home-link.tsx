import { Link } from "@tanstack/react-router";
import { homeLinkStyle } from "@tsunagari/portal";

/** The way out of a page that could not be shown. */
export const HomeLink = () => (
  <Link to="/" className={homeLinkStyle}>
    今日へ戻る
  </Link>
);
