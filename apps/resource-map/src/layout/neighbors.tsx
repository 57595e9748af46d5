/** A quiet picture: houses of a neighborhood and the threads between them. Decoration only. */
export const Neighbors = ({ className }: { readonly className: string }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 320 132"
    fill="none"
    strokeWidth="2.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={className}
  >
    <path d="M56 78c26-46 62-52 102-34s70 14 104-14" className="stroke-green-400" strokeDasharray="2 9" />
    <g className="fill-white stroke-green-800">
      <path d="M28 130V94l28-22 28 22v36z" />
      <path d="M130 130V72l30-26 30 26v58z" />
      <path d="M236 130V60l26-26 26 26v70z" />
    </g>
    <g className="fill-green-100 stroke-green-800">
      <path d="M49 130v-20h14v20z" />
      <path d="M152 130v-24h16v24z" />
      <path d="M254 130v-22h16v22z" />
    </g>
    <g className="fill-yellow-200 stroke-green-800">
      <path d="M150 76h20v14h-20zM254 66h16v16h-16z" />
    </g>
    <g className="fill-green-200 stroke-green-800">
      <circle cx="108" cy="106" r="14" />
      <circle cx="213" cy="108" r="12" />
    </g>
    <path d="M108 130v-18M213 130v-16" className="stroke-green-800" />
  </svg>
);
