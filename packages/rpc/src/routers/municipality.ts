import {
  changeSetting,
  getCity,
  getSettings,
  listAreas,
  listCities,
  listDepartments,
  listLabels,
  renameArea,
  renameLabel,
} from "@tsunagari/services/municipality";
import { expose } from "../trpc.ts";

export const municipalityRouter = {
  staff: {
    getCity: expose(getCity),
    getSettings: expose(getSettings),
    changeSetting: expose(changeSetting),
    listLabels: expose(listLabels),
    renameLabel: expose(renameLabel),
    listAreas: expose(listAreas),
    renameArea: expose(renameArea),
    listDepartments: expose(listDepartments),
  },
  partner: {
    getCity: expose(getCity),
    listLabels: expose(listLabels),
    listAreas: expose(listAreas),
  },
  public: {
    listCities: expose(listCities),
    getCity: expose(getCity),
    listLabels: expose(listLabels),
    listAreas: expose(listAreas),
  },
};
