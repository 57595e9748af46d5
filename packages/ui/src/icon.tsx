/** Paths on a 24 px grid, drawn with a 1.75 px line in the colour of the text. */
const paths = {
  home: "M4 11.5 12 5l8 6.5V20h-5.5v-5.5h-5V20H4z",
  case: "M4 8h16v11.5H4zM9 8V5h6v3M4 13h16M12 12v2.5",
  meeting: "M4 6h16v13.5H4zM4 10.5h16M8.5 4v4M15.5 4v4M8 14h3M8 16.8h6",
  referral: "M9.5 14.5 14.5 9.5M11 6.8l1.8-1.8a4.2 4.2 0 0 1 6 6L17 12.8M13 17.2 11.2 19a4.2 4.2 0 0 1-6-6L7 11.2",
  organization: "M4.5 20V5.5h9V20M13.5 10h6V20M3 20h18M7.5 9h3M7.5 12.5h3M7.5 16h3M16 13.5h1M16 16.8h1",
  approval: "M8.5 5.5H5.5V20h13V5.5h-3M8.5 4h7v3.5h-7zM8.8 14l2.3 2.3 4.3-4.6",
  platform:
    "M12 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM5.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10.8 9.2 6.8 14.8M13.2 9.2l4 5.6M8 17h8",
  notice: "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.3h4M12 5.5V3.8",
  mail: "M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7",
  activity: "M12 20s-7-4.4-7-9.6A3.9 3.9 0 0 1 12 8a3.9 3.9 0 0 1 7 2.4C19 15.6 12 20 12 20z",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  signOut: "M10 5H5v14h5M14.5 8.5 18 12l-3.5 3.5M18 12H9.5",
  search: "M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.8 15.8 20 20",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.2",
  success: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.4l2.8 2.8 5.4-5.8",
  warning: "M12 4 2.8 20h18.4zM12 10v5M12 17.3v.2",
  error: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.7M12 16.2v.2",
  chevronDown: "m6 9.5 6 6 6-6",
  chevronRight: "m9.5 6 6 6-6 6",
  chevronLeft: "m14.5 6-6 6 6 6",
  person: "M12 11.5a3.8 3.8 0 1 0 0-7.5 3.8 3.8 0 0 0 0 7.5zM4.5 20c.6-3.8 3.6-6 7.5-6s6.9 2.2 7.5 6",
  lock: "M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5",
  retention: "M4 5h16v4H4zM5.5 9v10.5h13V9M12 12v3.5l2.5 1.5",
  external: "M13.5 4.5H19.5V10.5M19 5l-8 8M10 5.5H5V19h13.5v-5",
  plus: "M12 5v14M5 12h14",
  settings: "M4 7h10M18 7h2M18 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM4 17h2M10 17h10M10 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0z",
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon: it never carries meaning alone, so screen readers skip it. */
export const Icon = ({ name, className = "size-6" }: { readonly name: IconName; readonly className?: string }) => (
  <svg
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={`shrink-0 ${className}`}
  >
    <path d={paths[name]} />
  </svg>
);
