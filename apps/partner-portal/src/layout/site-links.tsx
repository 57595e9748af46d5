import { Link } from "@tanstack/react-router";
import { SiteLinks } from "@tsunagari/portal";

/** The pages about the service as they read before a city is known. */
export const OutsideLinks = () => (
  <SiteLinks link={(kind, props) => <Link to="/about/$kind" params={{ kind }} {...props} />} />
);

/** The same pages in the words of the city one is signed in to. */
export const CityLinks = () => (
  <SiteLinks link={(kind, props) => <Link to="/pages/$kind" params={{ kind }} {...props} />} />
);
